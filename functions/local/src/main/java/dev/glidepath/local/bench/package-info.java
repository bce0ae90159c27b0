/// The benchmark: what collecting takes, beside what it cannot do without and what others do. Each
/// way runs in a process of its own over the same generated files, and its sums are checked against
/// what the generator knows. Start reading at [Bench].
package dev.glidepath.local.bench;
