package dev.glidepath.core.bridge;

import dev.glidepath.core.cost.CostLine;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// What a part of the difference is of.
///
/// @param category of the plan, or Unallocated
/// @param item SKU or usage type; null where the part is of more than one, or none is stated
public record Cause(String category, Place place, String chargeCategory, @Nullable String item) {

    static final Comparator<Cause> BY_NAME = Comparator.comparing(Cause::toString);

    /// @param service name, else code
    public record Place(
            @Nullable String provider, @Nullable String service, @Nullable String region) {

        static Place of(CostLine line) {
            var service = line.dimensions().service();
            return new Place(
                    service.provider(),
                    service.name() == null ? service.code() : service.name(),
                    line.dimensions().region());
        }
    }

    static Cause of(CostLine line) {
        var charge = line.dimensions().charge();
        return new Cause(line.category(), Place.of(line), charge.category(), charge.item());
    }

    Cause ofAnyItem() {
        return new Cause(category, place, chargeCategory, null);
    }
}
