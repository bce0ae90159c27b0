-- What the readers of all formats share, in words that DuckDB and Athena have in common and in those
-- that duckdb.sql and athena.sql define for each. A number is summed as DECIMAL(38, 24): that holds
-- every amount below a million with up to 24 decimals. What does not fit is NULL here and not
-- rounded: its digits are handed out as they are, and added outside.

CREATE MACRO present(t) AS CASE WHEN t IN ('', 'NULL') THEN NULL ELSE t END;

-- Only what begins with a date: DuckDB also takes 'infinity' and 'epoch' for times.
CREATE MACRO utc(t) AS CASE WHEN t LIKE '____-__-__%' THEN instant(t) END;

-- How many objects and lists a JSON text opens; brackets within its texts are not counted.
CREATE MACRO opened(t) AS
    length(without_texts(t)) - length(replace(replace(without_texts(t), '[', ''), '{', ''));

-- A JSON text that no parser spends its memory on, else NULL. Real ones are at the first WHEN.
CREATE MACRO small_json(t) AS
    CASE WHEN length(t) <= 1000 THEN t
         WHEN length(t) > 100000 THEN NULL
         WHEN opened(t) <= 1000 THEN t END;

CREATE MACRO is_number(t) AS
    matches(t, '[+-]?([0-9]{1,60}([.][0-9]{0,60})?|[.][0-9]{1,60})([eE][+-]?[0-9]{1,3})?');

CREATE MACRO negated(t) AS
    CASE WHEN starts_with(t, '-') THEN substr(t, 2)
         WHEN starts_with(t, '+') THEN '-' || substr(t, 2)
         ELSE '-' || t END;

-- One engine has an empty text where the other has NULL for a part that is not there.
CREATE MACRO decimals(t) AS
    coalesce(length(split_part(split_part(lower(t), 'e', 1), '.', 2)), 0)
    - coalesce(TRY_CAST(nullif(split_part(lower(t), 'e', 2), '') AS INTEGER), 0);

CREATE MACRO exact_text(t) AS
    CASE WHEN decimals(t) <= 24 AND abs(TRY_CAST(t AS DECIMAL(38, 24))) < 1000000
         THEN TRY_CAST(t AS DECIMAL(38, 24)) END;

-- A double that survives the way through so few decimals and back is exactly that decimal: below
-- 2251 there is one number of 12 decimals for a double, below a million one of 9. Sixteen digits are
-- what engines count fast.
CREATE MACRO exact_double(x) AS
    CASE WHEN abs(x) < 2251 AND CAST(TRY_CAST(x AS DECIMAL(16, 12)) AS DOUBLE) = x
         THEN CAST(TRY_CAST(x AS DECIMAL(16, 12)) AS DECIMAL(38, 24))
         WHEN abs(x) < 1000000 AND CAST(TRY_CAST(x AS DECIMAL(16, 9)) AS DOUBLE) = x
         THEN CAST(TRY_CAST(x AS DECIMAL(16, 9)) AS DECIMAL(38, 24))
         ELSE exact_text(CAST(x AS VARCHAR)) END;

-- CUR's words in FOCUS's.

CREATE MACRO cur_provider(entity) AS
    CASE WHEN entity IS NULL OR entity IN ('AWS', 'AISPL') THEN 'AWS' ELSE entity END;

CREATE MACRO cur_charge_category(type) AS
    CASE WHEN type IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation')
              OR type LIKE '%Discount' THEN 'Usage'
         WHEN type IN ('Fee', 'RIFee', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee',
                       'FlatRateSubscription') THEN 'Purchase'
         WHEN type IN ('Tax', 'Credit') THEN type
         ELSE 'Adjustment' END;

CREATE MACRO cur_pricing(type, savings_plan, reservation, usage_type) AS
    CASE WHEN type = 'Tax' THEN NULL
         WHEN savings_plan IS NOT NULL OR reservation IS NOT NULL THEN 'Committed'
         WHEN strpos(usage_type, 'Spot') > 0 THEN 'Dynamic'
         WHEN type = 'Usage' THEN 'Standard'
         ELSE 'Other' END;

CREATE MACRO cur_commitment_status(type) AS
    CASE WHEN type IN ('SavingsPlanCoveredUsage', 'DiscountedUsage') THEN 'Used'
         WHEN type IN ('SavingsPlanRecurringFee', 'RIFee') THEN 'Unused' END;

CREATE MACRO region_of_zone(zone) AS
    CASE WHEN matches(zone, '[a-z]{2}(-[a-z]+)+-[0-9]+[a-z]')
         THEN substr(zone, 1, length(zone) - 1) END;
