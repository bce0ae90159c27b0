package dev.glidepath.local.generate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/// Everything that the company buys, from `items.csv`, `services.csv` and `accounts.csv`.
record Catalogue(Map<String, Item> items) {

    /// With fewer rows a day than there are items, only the essential ones are bought, at the price
    /// of all.
    static Catalogue of(int rowsPerDay) {
        var all = read();
        long regular = all.stream().filter(i -> i.of("AWS") && i.demand().rows() > 0).count();
        var bought = rowsPerDay < regular ? essential(all) : all;
        var items = new LinkedHashMap<String, Item>();
        bought.forEach(item -> items.put(item.key(), item));
        return new Catalogue(items);
    }

    List<Item> of(String book) {
        return items.values().stream().filter(item -> item.of(book)).toList();
    }

    boolean sells(String key) {
        return items.containsKey(key);
    }

    Item item(String key) {
        var item = items.get(key);
        if (item == null) {
            throw new NoSuchElementException("items.csv has no " + key);
        }
        return item;
    }

    private static List<Item> essential(List<Item> all) {
        var kept = all.stream().filter(i -> i.demand().essential()).toList();
        var whole = monthly(all);
        var part = monthly(kept);
        return kept.stream().map(i -> i.costing(share(i, whole, part))).toList();
    }

    private static BigDecimal share(
            Item item, Map<String, BigDecimal> whole, Map<String, BigDecimal> part) {
        var cost = item.demand().monthly();
        return cost.signum() == 0
                ? cost
                : cost.multiply(whole.get(scope(item)))
                        .divide(part.get(scope(item)), MathContext.DECIMAL64);
    }

    private static Map<String, BigDecimal> monthly(List<Item> items) {
        return items.stream()
                .collect(
                        groupingBy(
                                Catalogue::scope,
                                reducing(
                                        BigDecimal.ZERO,
                                        i -> i.demand().monthly(),
                                        BigDecimal::add)));
    }

    private static String scope(Item item) {
        return Truth.category(item) + item.service().vendor();
    }

    private static List<Item> read() {
        var accounts =
                Table.read("accounts.csv").stream()
                        .map(r -> new Item.Account(of(r, "id"), of(r, "name"), of(r, "vendor")))
                        .collect(toMap(Item.Account::name, Function.identity()));
        var services =
                Table.read("services.csv").stream()
                        .collect(toMap(r -> of(r, "code"), Catalogue::service));
        return Table.read("items.csv").stream()
                .map(r -> item(r, accounts.get(of(r, "account")), services.get(of(r, "service"))))
                .toList();
    }

    private static Item.Service service(NamedCsvRecord row) {
        var vendor = of(row, "vendor");
        var type = of(row, "code").replaceFirst("^(Amazon|AWS)", "").toLowerCase(Locale.ROOT);
        return new Item.Service(
                vendor.equals("AWS") ? of(row, "code") : null,
                of(row, "name"),
                of(row, "category"),
                of(row, "subcategory"),
                vendor,
                type);
    }

    private static Item item(NamedCsvRecord row, Item.Account account, Item.Service service) {
        var price = new BigDecimal(of(row, "price"));
        var list = orNull(row, "list");
        return new Item(
                of(row, "key"),
                new Item.Place(account, orNull(row, "region")),
                new Item.Sku(
                        Chance.code(of(row, "usage") + service.name()),
                        service,
                        of(row, "usage"),
                        orNull(row, "operation"),
                        new Item.Price(
                                of(row, "unit"),
                                price,
                                list == null ? price : new BigDecimal(list),
                                Integer.parseInt(of(row, "scale")))),
                new Item.Demand(
                        new BigDecimal(of(row, "monthly")),
                        of(row, "rhythm").equals("weekly"),
                        Integer.parseInt(of(row, "rows")),
                        of(row, "essential").equals("yes")),
                new Item.Labels(orNull(row, "team"), orNull(row, "product")));
    }

    private static String of(NamedCsvRecord row, String column) {
        return row.getField(column);
    }

    private static @Nullable String orNull(NamedCsvRecord row, String column) {
        var value = row.getField(column);
        return value.isEmpty() ? null : value;
    }
}
