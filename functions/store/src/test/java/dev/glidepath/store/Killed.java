package dev.glidepath.store;

import static dev.glidepath.store.Sample.START;

/// Dies at a request; what comes later does not happen.
final class Killed extends Wire {

    private static final class Death extends RuntimeException {}

    private final FreshTable.Table table;
    private final boolean arrives;
    private int left;

    Killed(FreshTable.Table table, int request, boolean arrives) {
        super(table.dynamo());
        this.table = table;
        this.left = request;
        this.arrives = arrives;
    }

    boolean dies(Sample sample) {
        try {
            sample.into(new Snapshots(this, table.name(), _ -> {}), START.plusSeconds(30));
            return false;
        } catch (Death e) {
            return true;
        }
    }

    @Override
    protected void before() {
        left--;
        die(!arrives);
    }

    @Override
    protected void after() {
        die(arrives);
    }

    private void die(boolean here) {
        if (here && left == 0) {
            throw new Death();
        }
    }
}
