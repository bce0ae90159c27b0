package dev.glidepath.runtime;

/// What the stack tells a function. The stack sets exactly those that the function's handler
/// declares.
public enum Variable {
    /// The table's name.
    TABLE,
    /// The plan's file, which lies beside the function.
    PLAN,
    /// Where the exports lie: `s3://bucket/prefix/`, with a slash at the end.
    EXPORTS,
    /// The account that owns the exports' bucket.
    EXPORT_OWNER,
    /// How much of a file is read at most, such as `columns=8000`; `standard` for what is usual.
    LIMITS,
    /// Where exports that outgrow the function are asked for, and from which size on; or `off`.
    ATHENA,
    /// The sender's address.
    SENDER,
    /// Who is told when digests are held.
    OWNER,
    /// The SES configuration set that tells what became of a mail.
    CONFIGURATION_SET,
    /// The zone of the schedules, such as `Europe/Zurich`.
    TIME_ZONE,
    /// The day of the week on which a digest is due, such as `WEDNESDAY`.
    DIGEST_DAY,
    /// The time of that day, such as `07:00`.
    DIGEST_TIME,
    /// The group of the schedules.
    SCHEDULES,
    /// The name of the function that collects.
    COLLECT_FUNCTION,
    /// The name of the function that sends digests.
    DIGEST_FUNCTION;

    /// As the process has it.
    public String key() {
        return "GLIDEPATH_" + name();
    }
}
