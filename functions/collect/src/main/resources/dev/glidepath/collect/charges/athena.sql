-- What macros.sql and the formats say in words of their own, as Athena (Trino) says it.

CREATE MACRO matches(t, pattern) AS regexp_like(t, '\A(?:' || pattern || ')\z');

-- Without a zone it is UTC, whatever the session's is. More than milliseconds Athena would cut off:
-- such a time is none.
CREATE MACRO instant(t) AS
    CAST(at_timezone(TRY(from_iso8601_timestamp(
        CASE WHEN matches(t, '.{10}') THEN t || 'T00:00:00Z'
             WHEN matches(t, '.{10}[ T][0-9:]{5,8}([.][0-9]{1,3}0*)?') THEN replace(t, ' ', 'T') || 'Z'
             WHEN matches(t, '.{10}[ T][0-9:]{5,8}([.][0-9]{1,3}0*)?(Z|[+-][0-9:]{2,5})')
             THEN replace(t, ' ', 'T') END)), 'UTC') AS TIMESTAMP);

CREATE MACRO finite_number(x) AS is_finite(x);

CREATE MACRO finite_time(t) AS TRUE;

CREATE MACRO day_after(d) AS date_add('day', 1, d);

CREATE MACRO last_day(t) AS
    CASE WHEN date_trunc('day', t) = t THEN date_add('day', -1, CAST(t AS DATE))
         ELSE CAST(t AS DATE) END;

-- Its compiler has no room for a condition on each name. They count as groups do when the result
-- is read.
CREATE MACRO too_long(t) AS FALSE;

CREATE MACRO without_texts(t) AS regexp_replace(t, '"[^"\\]*(\\.[^"\\]*)*"');

CREATE MACRO is_json(t) AS CASE WHEN t IS NOT NULL THEN TRY(json_parse(t)) IS NOT NULL END;

CREATE MACRO json_entry(t, may_have, paths, in_athena) AS in_athena;

CREATE MACRO map_entry(m, k) AS element_at(m, k);

CREATE MACRO joined(texts) AS array_join(texts, ' ');
