package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactiveorm.write.RelatedPlanner.Wanted;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * A change that is the same for several parents, which is one statement.
 *
 * @param parents the parents
 * @param what the change
 */
record SameForParents<T>(List<RowId> parents, T what) {

    /** Changes whose {@code content} is equal, together. */
    static <T> List<SameForParents<T>> of(List<Wanted<T>> wanted, Function<T, Object> content) {
        Map<Object, SameForParents<T>> same = new LinkedHashMap<>();
        for (Wanted<T> each : wanted) {
            same.computeIfAbsent(
                            content.apply(each.what()), unseen -> new SameForParents<>(new ArrayList<>(), each.what()))
                    .parents()
                    .add(each.parent());
        }
        return List.copyOf(same.values());
    }
}
