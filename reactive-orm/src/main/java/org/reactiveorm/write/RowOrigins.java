package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.sql.InputRows;

/** Which of the caller's rows each row of a plan is, or is nested in. Worked out only after an error. */
interface RowOrigins {

    /** The rows of a step, for each group of them. */
    List<InputRows> ofGroups(int step, Groups<?> groups);

    /** All rows of a step, in their order. */
    InputRows ofStep(int step);
}
