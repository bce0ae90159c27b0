package dev.glidepath.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What goes wrong in a run, and when.
///
/// @param number of the request, from 1
/// @param outage whether it lasts until the run's end
record Trouble(Fault fault, int number, boolean outage) implements FaultProxy.Script {

    @Override
    public Fault of(Request request, int at) {
        return at == number || (outage && at > number) ? fault : Fault.NONE;
    }

    /// `-Dfaults=all`
    static boolean all() {
        return "all".equals(System.getProperty("faults"));
    }

    /// Each fault at each of so many requests, once and until the end; unless all are asked for,
    /// only some of them. `-Dfaults.seed=7` gives others.
    static List<Trouble> atAnyOf(int requests, int sampled) {
        var troubles = new ArrayList<Trouble>();
        for (var fault : Fault.values()) {
            for (int number = 1; fault != Fault.NONE && number <= requests; number++) {
                troubles.add(new Trouble(fault, number, false));
                if (fault != Fault.SLOW && fault != Fault.HALF_A_BATCH) {
                    troubles.add(new Trouble(fault, number, true));
                }
            }
        }
        return all() ? troubles : sample(troubles, sampled);
    }

    private static List<Trouble> sample(List<Trouble> troubles, int sampled) {
        var random = new SplittableRandom(Long.getLong("faults.seed", 5));
        return random.ints(sampled, 0, troubles.size()).mapToObj(troubles::get).toList();
    }
}
