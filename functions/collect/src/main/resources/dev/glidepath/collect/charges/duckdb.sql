-- What macros.sql and the formats say in words of their own, as DuckDB says it.

CREATE MACRO matches(t, pattern) AS regexp_full_match(t, pattern);

-- It would take any offset: no zone is 15 hours away.
CREATE MACRO instant(t) AS
    TRY_CAST(CASE WHEN ends_with(t, 'Z') THEN t
                  WHEN NOT matches(t, '.{11}.*[+-](1[5-9]|[2-9][0-9])[0-9:]*') THEN t END AS TIMESTAMPTZ)
    AT TIME ZONE 'UTC';

CREATE MACRO finite_number(x) AS isfinite(x);

CREATE MACRO finite_time(t) AS isfinite(t);

CREATE MACRO day_after(d) AS d + 1;

-- The last day of a period that ends before this time.
CREATE MACRO last_day(t) AS CAST(t - INTERVAL 1 MICROSECOND AS DATE);

CREATE MACRO too_long(t) AS strlen(t) > 2000;

CREATE MACRO without_texts(t) AS regexp_replace(t, '"[^"\\]*(\\.[^"\\]*)*"', '', 'g');

CREATE MACRO is_json(t) AS json_valid(t);

-- The first value that a JSON object has at one of the paths, parsed once for all of them, and only
-- where it may have one.
CREATE MACRO json_entry(t, may_have, paths, in_athena) AS
    list_filter(
        json_extract_string(
            CASE WHEN may_have THEN CASE WHEN json_valid(t) THEN t END END, paths),
        lambda x: x NOT IN ('', 'NULL'))[1];

CREATE MACRO json_of(x) AS CAST(to_json(x) AS VARCHAR);

CREATE MACRO map_entry(m, k) AS m[k];

CREATE MACRO joined(texts) AS array_to_string(texts, ' ');

-- A double in units of 10^-12, where that is exactly the decimal that its shortest digits say. So
-- many decimals are told apart by the doubles of that size, and a whole number of units divided
-- gives back the double that is nearest to it.
CREATE MACRO units_double(x) AS
    CASE WHEN abs(x) < 8192 AND round(x * 1e12) / 1e12 = x
         THEN CAST(TRY_CAST(round(x * 1e12) AS BIGINT) AS HUGEINT)
         WHEN abs(x) < 8192000 AND round(x * 1e9) / 1e9 = x
         THEN TRY_CAST(round(x * 1e9) AS BIGINT) * CAST(1000 AS HUGEINT)
         WHEN abs(x) < 8192000000 AND round(x * 1e6) / 1e6 = x
         THEN TRY_CAST(round(x * 1e6) AS BIGINT) * CAST(1000000 AS HUGEINT) END;

-- Sixteen characters hold at most 15 digits, or a number too large: no two of these are one double.
CREATE MACRO units_text(t) AS
    CASE WHEN length(t) <= 16 THEN units_double(TRY_CAST(t AS DOUBLE)) END;
