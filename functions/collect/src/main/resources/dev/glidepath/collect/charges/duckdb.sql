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

CREATE MACRO json_text(t, duckdb_path, athena_path) AS
    json_extract_string(CASE WHEN json_valid(t) THEN t END, duckdb_path);

CREATE MACRO json_of(x) AS CAST(to_json(x) AS VARCHAR);

CREATE MACRO map_entry(m, k) AS m[k];

CREATE MACRO joined(texts) AS array_to_string(texts, ' ');
