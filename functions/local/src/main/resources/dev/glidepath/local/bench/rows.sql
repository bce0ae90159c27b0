-- An organisation's bill, a row for each number of a range: 200 accounts, 60 services, 2,000 usage
-- types, 500 tag values, resource ids nearly unique. What an account uses of a usage type in a
-- region with its tags is a profile; some profiles have many rows and most have few, as in a bill.
-- Amounts are whole numbers of ten-billionths (`units`), so that their sums are known exactly.

CREATE OR REPLACE MACRO chance(i, salt, most) AS CAST(hash(i, salt + ${seed}) % most AS BIGINT);
CREATE OR REPLACE MACRO share(i, salt) AS chance(i, salt, 1000000) / 1000000.0::DOUBLE;
CREATE OR REPLACE MACRO digits(i, salt) AS to_hex(hash(i, salt + ${seed}));
CREATE OR REPLACE MACRO moment(time) AS replace(CAST(time AS VARCHAR), ' ', 'T') || 'Z';
CREATE OR REPLACE MACRO rate(usage, parts) AS CAST(CAST((1 + usage) / parts AS DECIMAL(18, 10)) AS VARCHAR);

CREATE OR REPLACE MACRO bill(first, beyond) AS TABLE
WITH
chosen AS (
    SELECT
        i,
        CAST(floor(12000 * pow(share(i, 1), 3)) AS BIGINT) AS profile,
        chance(i, 2, 10000) AS lot,
        chance(i, 3, ${days} * 24) AS hour,
        CAST(pow(10, 3 + 8 * share(i, 4)) AS BIGINT)
            * (CASE WHEN chance(i, 5, 5000) = 0 THEN 1000 ELSE 1 END) AS cost
    FROM range(first, beyond) AS numbers(i)),
typed AS (
    SELECT
        *,
        CASE WHEN lot < 4 THEN 'Tax'
             WHEN lot < 8 THEN 'Fee'
             WHEN lot < 100 THEN 'Credit'
             WHEN lot < 110 THEN 'Refund'
             WHEN lot < 700 AND profile % 4 = 1 THEN 'SavingsPlanCoveredUsage'
             WHEN lot < 1300 AND profile % 4 = 1 THEN 'SavingsPlanNegation'
             WHEN lot < 1600 AND profile % 4 = 1 THEN 'DiscountedUsage'
             WHEN lot BETWEEN 1600 AND 1603 THEN 'RIFee'
             WHEN lot BETWEEN 1604 AND 1607 THEN 'SavingsPlanRecurringFee'
             ELSE 'Usage' END AS type
    FROM chosen),
placed AS (
    SELECT
        *,
        type IN ('Usage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation', 'DiscountedUsage')
            AS running,
        type IN ('Tax', 'Fee', 'RIFee', 'SavingsPlanRecurringFee') AS monthly,
        CASE WHEN type IN ('Tax', 'Fee', 'RIFee', 'SavingsPlanRecurringFee')
             THEN profile % 300 ELSE profile END AS p
    FROM typed)
SELECT
    i,
    p,
    type,
    running,
    monthly,
    hour,
    chance(p, 11, 200) AS account,
    p % 2000 AS usage,
    (p % 2000) % 60 AS service,
    ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'eu-west-1', 'eu-west-2',
     'eu-central-1', 'eu-north-1', 'ap-south-1', 'ap-northeast-1', 'ap-southeast-1',
     'ap-southeast-2', 'sa-east-1', 'af-south-1'][chance(p, 12, 15) + 1] AS region,
    CASE WHEN running AND chance(p, 13, 100) < 85 THEN chance(p, 14, 120) END AS team,
    CASE WHEN running AND chance(p, 15, 100) < 70 THEN chance(p, 16, 376) END AS product,
    CASE WHEN running AND chance(p, 17, 100) < 90 THEN chance(p, 18, 4) END AS environment,
    CASE type WHEN 'Credit' THEN -cost WHEN 'Refund' THEN -cost
              WHEN 'SavingsPlanNegation' THEN -cost WHEN 'DiscountedUsage' THEN 0
              WHEN 'SavingsPlanRecurringFee' THEN cost + 7 ELSE cost END AS billed_units,
    CASE type WHEN 'SavingsPlanCoveredUsage' THEN cost * 7 // 10 WHEN 'SavingsPlanNegation' THEN 0
              WHEN 'DiscountedUsage' THEN cost * 6 // 10 WHEN 'RIFee' THEN cost // 2 + cost // 3
              WHEN 'SavingsPlanRecurringFee' THEN (cost + 7) - cost // 2
              WHEN 'Credit' THEN -cost WHEN 'Refund' THEN -cost ELSE cost END AS effective_units,
    CASE WHEN type = 'SavingsPlanNegation' THEN NULL WHEN running THEN cost * 5 // 4 ELSE 0 END
        AS list_units,
    cost
FROM placed;
