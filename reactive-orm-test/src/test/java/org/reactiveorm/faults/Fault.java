package org.reactiveorm.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.reactiveorm.test.fault.Peer;
import org.reactiveorm.test.fault.Traffic;
import reactor.core.publisher.Mono;

/** What breaks, and mends itself before the strike is over. */
enum Fault {
    /** An administrator ends one session. */
    KILL_ONE(site -> site.nemesis().one().block()),
    KILL_ALL(site -> site.nemesis().all().block()),
    RESET(site -> site.lines().reset()),
    CLOSE(site -> site.lines().close()),
    /** The server never hears that its client is gone. */
    SILENT_CLIENTS(site -> site.lines().hangUpOn(Peer.CLIENT)),
    /** The clients never hear that the server is gone. */
    SILENT_SERVER(site -> site.lines().hangUpOn(Peer.SERVER)),
    STALL(site -> {
        site.lines().stall();
        pause(400);
        site.lines().heal();
    }),
    /** Questions are lost, and then the lines. */
    LOST_QUESTIONS(site -> lose(site, site.lines().upstream())),
    /** Answers are lost, and then the lines. */
    LOST_ANSWERS(site -> lose(site, site.lines().downstream())),
    /** Whatever was said is lost, and nobody ever learns of it. */
    BLACK_HOLE(site -> {
        site.lines().blackHole();
        pause(100);
        site.lines().heal();
    }),
    CUT_BEFORE_COMMIT(site -> cuts(site, () -> site.lines().cutBefore("COMMIT"))),
    CUT_AFTER_COMMIT(site -> cuts(site, () -> site.lines().cutAfter("COMMIT"))),
    /** One backend dies, and the server ends all others and recovers by itself. */
    DEAD_BACKEND(Site::crashBackend),
    RESTART(site -> {
        site.server().stop();
        site.server().start();
    }),
    CRASH(site -> {
        site.server().crash();
        site.server().start();
    });

    /** They end with the patience of those who wait, which takes longer than others do. */
    private static final Set<Fault> SILENT = EnumSet.of(SILENT_CLIENTS, SILENT_SERVER, BLACK_HOLE);

    private final Strike strike;

    Fault(Strike strike) {
        this.strike = strike;
    }

    /** Blocks until it is over. */
    void strike(Site site) {
        strike.on(site);
    }

    /** All of them, so that a short run has many. */
    static List<Fault> inSomeOrder(Random random) {
        List<Fault> faults = new ArrayList<>(List.of(values()));
        Collections.shuffle(faults, random);
        faults.sort(Comparator.comparing(SILENT::contains));
        return faults;
    }

    private static void lose(Site site, Traffic traffic) {
        traffic.blackHole();
        pause(200);
        site.lines().heal().reset();
    }

    private static void cuts(Site site, Runnable cut) {
        for (int i = 0; i < 10; i++) {
            cut.run();
            pause(20);
        }
        site.lines().heal();
    }

    /** The length of a fault, which nothing signals. */
    private static void pause(long millis) {
        Mono.delay(Duration.ofMillis(millis)).block();
    }

    private interface Strike {
        void on(Site site);
    }
}
