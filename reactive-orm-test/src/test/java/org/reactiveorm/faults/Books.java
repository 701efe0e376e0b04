package org.reactiveorm.faults;

import java.util.Map;
import java.util.TreeMap;

/**
 * The bank at one moment.
 *
 * @param balances by account
 * @param paid what transfers took from each account
 * @param received what transfers brought to it
 * @param transfers how many there are
 */
record Books(Map<Long, Long> balances, Map<Long, Long> paid, Map<Long, Long> received, long transfers) {

    /** What the balances must be. */
    Map<Long, Long> expected() {
        Map<Long, Long> expected = new TreeMap<>();
        for (long id = 1; id <= Bank.ACCOUNTS; id++) {
            expected.put(id, Bank.BALANCE - paid.getOrDefault(id, 0L) + received.getOrDefault(id, 0L));
        }
        return expected;
    }
}
