package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Plan.Recipient;

import java.util.ArrayList;
import java.util.List;

/// Reads `recipients`.
final class RecipientsSection {

    private static final String ALL = "all";

    private RecipientsSection() {}

    static List<Recipient> read(Fields file, Draft draft, List<String> categories) {
        var taken = draft.new Names("recipient");
        var recipients = new ArrayList<Recipient>();
        for (var fields : file.list("recipients", Section.RECIPIENT)) {
            var email = fields.read("email", TextForm::email);
            email.ifPresent(e -> taken.add(fields.mark("email"), e));
            recipients.add(new Recipient(email.orElse(""), scope(fields, draft, categories)));
        }
        return recipients;
    }

    private static List<String> scope(Fields fields, Draft draft, List<String> categories) {
        var scope = fields.texts("scope");
        if (scope.size() == 1 && scope.getFirst().value().strip().equals(ALL)) {
            return List.of();
        }
        scope.forEach(text -> draft.checkKnown(text, "category", categories));
        return scope.stream().map(text -> text.value().strip()).toList();
    }
}
