-- What stands in the columns of CUR 2.0; one that is not named here has no value in any row.
CASE WHEN type = 'Refund' THEN 'Refund' ELSE 'Anniversary' END AS bill_bill_type,
'AWS' AS bill_billing_entity,
TIMESTAMP '${month}-01' + INTERVAL 1 MONTH AS bill_billing_period_end_date,
TIMESTAMP '${month}-01' AS bill_billing_period_start_date,
'EUINDE26-' || (account % 7) AS bill_invoice_id,
'Amazon Web Services, Inc.' AS bill_invoicing_entity,
'000123456789' AS bill_payer_account_id,
'management' AS bill_payer_account_name,
CASE WHEN product IS NULL THEN MAP {} ELSE MAP {'product': 'line-' || (product % 20)} END
    AS cost_category,
CAST(MAP {} AS MAP(VARCHAR, DOUBLE)) AS discount,
digits(p, 21) || digits(p, 22) AS identity_line_item_id,
moment(began) || '/' || moment(ended)
    AS identity_time_interval,
CASE WHEN running AND usage % 3 = 0 THEN region || 'abc'[1 + p % 3] END
    AS line_item_availability_zone,
billed_units / 1e10 AS line_item_blended_cost,
CASE WHEN running THEN rate(usage, 1e4) END AS line_item_blended_rate,
'USD' AS line_item_currency_code,
'Amazon Web Services, Inc.' AS line_item_legal_entity,
'$' || rate(usage, 1e4) || ' per unit of usage type ' || usage || ' in ' || region
    AS line_item_line_item_description,
type AS line_item_line_item_type,
CASE WHEN running THEN cost / 1e8 END AS line_item_normalized_usage_amount,
CASE WHEN running THEN 'Operation' || (usage % 90) END AS line_item_operation,
'AmazonService' || service AS line_item_product_code,
CASE WHEN running THEN 'arn:aws:service' || service || ':' || region || ':' ||
    CAST(100000000000 + account * 7919 AS VARCHAR) || ':resource/' || digits(i // 2, 23) END
    AS line_item_resource_id,
CASE WHEN type = 'Tax' THEN 'USSalesTax' END AS line_item_tax_type,
billed_units / 1e10 AS line_item_unblended_cost,
CASE WHEN running THEN rate(usage, 1e4) END AS line_item_unblended_rate,
CAST(100000000000 + account * 7919 AS VARCHAR) AS line_item_usage_account_id,
'account-' || account AS line_item_usage_account_name,
cost / 1e6 AS line_item_usage_amount,
ended AS line_item_usage_end_date,
began AS line_item_usage_start_date,
CASE WHEN type <> 'Tax' THEN upper(left(region, 2)) || 'E1-Usage:' || usage END
    AS line_item_usage_type,
'USD' AS pricing_currency,
CASE WHEN running THEN list_units / 1e10 ELSE 0 END AS pricing_public_on_demand_cost,
CASE WHEN running THEN rate(usage, 8e3) END AS pricing_public_on_demand_rate,
digits(usage, 24) || '.JRTCKXETXF' AS pricing_rate_code,
CAST(100000 + usage AS VARCHAR) AS pricing_rate_id,
CASE WHEN running THEN 'OnDemand' END AS pricing_term,
CASE WHEN running THEN ['Hrs', 'GB-Mo', 'Requests', 'GB'][1 + usage % 4] END AS pricing_unit,
MAP {'product_name': 'Amazon Service ' || service, 'region': region} AS product,
'Family ' || (usage % 40) AS product_product_family,
CASE WHEN usage % 3 = 0 THEN 'm7g.' || (usage % 12) || 'xlarge' END AS product_instance_type,
region AS product_location,
'AWS Region' AS product_location_type,
CASE WHEN running THEN region END AS product_region_code,
'AmazonService' || service AS product_servicecode,
digits(usage, 24) AS product_sku,
upper(left(region, 2)) || 'E1-Usage:' || usage AS product_usagetype,
CASE WHEN type = 'DiscountedUsage' THEN (cost * 6 // 10) / 1e10 END AS reservation_effective_cost,
CASE WHEN type IN ('DiscountedUsage', 'RIFee') THEN
    'arn:aws:ec2:us-east-1:000123456789:reserved-instances/' || digits(p % 30, 25) END
    AS reservation_reservation_a_r_n,
CASE WHEN type = 'RIFee' THEN (cost // 2) / 1e10 END
    AS reservation_unused_amortized_upfront_fee_for_billing_period,
CASE WHEN type = 'RIFee' THEN (cost // 3) / 1e10 END AS reservation_unused_recurring_fee,
MAP_FROM_ENTRIES(list_filter([
    {'k': 'user_team', 'v': 'team-' || team},
    {'k': 'user_product', 'v': 'product-' || product},
    {'k': 'user_environment', 'v': ['prod', 'stage', 'test', 'dev'][environment + 1]},
    {'k': 'user_name', 'v': 'node-' || (i % 50000)}], lambda e: e.v IS NOT NULL))
    AS resource_tags,
CASE WHEN type LIKE 'SavingsPlan%' THEN
    'arn:aws:savingsplans::000123456789:savingsplan/' || digits(p % 12, 26) END
    AS savings_plan_savings_plan_a_r_n,
CASE WHEN type = 'SavingsPlanCoveredUsage' THEN (cost * 7 // 10) / 1e10 END
    AS savings_plan_savings_plan_effective_cost,
CASE WHEN type = 'SavingsPlanRecurringFee' THEN (cost + 7) / 1e10 END
    AS savings_plan_total_commitment_to_date,
CASE WHEN type = 'SavingsPlanRecurringFee' THEN (cost // 2) / 1e10 END
    AS savings_plan_used_commitment,
CAST(MAP {} AS MAP(VARCHAR, VARCHAR)) AS tags
