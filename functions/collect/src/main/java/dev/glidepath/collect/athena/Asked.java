package dev.glidepath.collect.athena;

import dev.glidepath.collect.export.Bucket;

/// What questions are asked of.
///
/// @param exports the name of the bucket that has the files
/// @param results the bucket that is Athena's and ours
record Asked(
        String exports,
        Questions questions,
        Workgroup workgroup,
        Tickets tickets,
        Bucket results) {}
