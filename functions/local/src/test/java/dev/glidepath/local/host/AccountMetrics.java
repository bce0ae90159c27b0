package dev.glidepath.local.host;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the metrics of an account as an ordinary client does: the month so far, as AWS/Billing
/// tells it, and those of a shop.
///
/// @param missing a day of which one series is not told
record AccountMetrics(CloudWatchClient cloudWatch, LocalDate missing) {

    /// Account, product code, dollars a day. No bill names the last code.
    private static final Map<String, Integer> PER_DAY =
            new TreeMap<>(
                    Map.of(
                            "111122223333/AmazonEC2", 700,
                            "222233334444/AmazonEC2", 90,
                            "333344445555/AmazonS3", 60,
                            "111122223333/AWSDataTransfer", 40,
                            "444455556666/AmazonGuardDuty", 20,
                            "999988887777/AWSNotBilledYet", 8));

    /// What is not told by service, such as support.
    private static final int REST = 12;

    /// Of all that is told.
    static BigDecimal perDay() {
        return BigDecimal.valueOf(dollars());
    }

    /// Of each month from its first day on; a lower amount earlier in the day is not the day's.
    void putBill(LocalDate day) {
        for (var series : PER_DAY.entrySet()) {
            if (!day.equals(missing) || !series.getKey().endsWith("S3")) {
                int before = series.getValue() * (day.getDayOfMonth() - 1);
                put(day, "06:00", series.getKey(), before + 1);
                put(day, "22:00", series.getKey(), before + series.getValue());
            }
        }
        put(day, "22:00", "/", total(day));
    }

    void correct(LocalDate day, int by) {
        put(day, "23:30", "111122223333/AmazonEC2", 700 * day.getDayOfMonth() + by);
        put(day, "23:30", "/", total(day) + by);
    }

    void putShop(LocalDate day) {
        var stage = List.of(dimension("Stage", "prod"));
        put("Shop", "Errors", day + "T10:00:00Z", 3, stage);
        put("Shop", "Requests", day + "T10:00:00Z", 900, stage);
        put("Shop", "Requests", day + "T20:00:00Z", 100, stage);
    }

    private static int total(LocalDate day) {
        return dollars() * day.getDayOfMonth();
    }

    private static int dollars() {
        return PER_DAY.values().stream().mapToInt(Integer::intValue).sum() + REST;
    }

    private void put(LocalDate day, String time, String series, int amount) {
        int slash = series.indexOf('/');
        var dimensions = new ArrayList<>(List.of(dimension("Currency", "USD")));
        if (series.length() > 1) {
            dimensions.add(dimension("LinkedAccount", series.substring(0, slash)));
            dimensions.add(dimension("ServiceName", series.substring(slash + 1)));
        }
        put("AWS/Billing", "EstimatedCharges", day + "T" + time + ":00Z", amount, dimensions);
    }

    private void put(
            String namespace, String metric, String time, int value, List<Dimension> dimensions) {
        var datum =
                MetricDatum.builder()
                        .metricName(metric)
                        .timestamp(Instant.parse(time))
                        .value((double) value)
                        .dimensions(dimensions)
                        .build();
        cloudWatch.putMetricData(r -> r.namespace(namespace).metricData(datum));
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
