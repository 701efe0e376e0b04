package org.reactiveorm.faults;

/** What transactions may see of each other that they could not if they ran one after the other (Adya 1999, Kingsbury and Alvaro 2020). */
enum Anomaly {
    /** G0: the writes of two transactions lie between each other. */
    DIRTY_WRITE,
    /** G1a: something was read that never was. */
    DIRTY_READ,
    /** G1b: something was read that was yet to change. */
    INTERMEDIATE_READ,
    /** G1c: each of them saw the other. */
    CIRCULAR_READ,
    /** Own writes are not read. */
    FORGOTTEN_WRITE,
    /** Two transactions read the same and wrote what followed from it. */
    LOST_UPDATE,
    /** What was acknowledged is not there. */
    LOST_WRITE,
    /** Two reads cannot both have been. */
    CONTRADICTION,
    /** G-single: something was read in the state of before, something in the state of after. */
    READ_SKEW,
    /** G2-item: each of them read what the other then wrote. */
    WRITE_SKEW;

    /** One that was found, and who shows it. */
    record Finding(Anomaly kind, String evidence) {}
}
