/// Sums deliveries that outgrow the function with Athena. A query takes longer than a function may:
/// one run begins it and notes that in a ticket, and a later one, which the end of the query
/// starts, reads the result. It knows the aggregation's statement, the bucket's port and the AWS
/// SDK.
package dev.glidepath.collect.athena;
