package dev.glidepath.digest.workbook;

import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Dimensions.SubAccount;
import dev.glidepath.core.figures.Names;

import java.util.Set;

/// Whose cost a charge is: the first of the tags and cost categories that the plan's rules name and
/// that it carries. A plan that names none goes by account.
record CostCentres(Set<String> labels) {

    String of(Dimensions dimensions) {
        if (labels.isEmpty()) {
            return account(dimensions.subAccount());
        }
        return labels.stream()
                .filter(dimensions.labels()::containsKey)
                .findFirst()
                .map(label -> text(label, dimensions))
                .orElseGet(() -> "Unallocated: without " + String.join(", ", labels));
    }

    String definition() {
        return labels.isEmpty()
                ? "Cost centre: the account, as the plan's rules name no tag and no cost category."
                : "Cost centre: " + String.join(", else ", labels) + ", as the plan's rules name.";
    }

    private static String text(String label, Dimensions dimensions) {
        return Names.clean(label + " = " + dimensions.labels().get(label));
    }

    private static String account(SubAccount account) {
        var id = Names.clean(account.id(), "");
        var name = Names.clean(account.name(), "");
        if (id.isEmpty() && name.isEmpty()) {
            return "Unallocated: without an account";
        }
        return name.isEmpty() ? id : id.isEmpty() ? name : name + " (" + id + ")";
    }
}
