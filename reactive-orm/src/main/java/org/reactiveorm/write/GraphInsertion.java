package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertGraph;
import org.reactiveorm.sql.InsertGraphRenderer;
import org.reactiveorm.sql.WrittenRows;
import reactor.core.publisher.Mono;

/**
 * A whole plan as one statement, and the way its answer is brought into the order of the input.
 *
 * @param graph the statement
 * @param answered the rows that it answers, in the order in which it does
 * @param groups those rows in the order in which they were given
 * @param input for each of the statement's inserts, which rows of the caller its rows belong to
 * @param <R> their entity
 */
record GraphInsertion<R>(InsertGraph<R> graph, List<InsertBatch<R>> answered, Groups<?> groups, List<InputRows> input) {

    private static final InsertGraphRenderer RENDERER = new InsertGraphRenderer();

    /** The root step's entities in the order given. */
    Mono<List<R>> run(Executor executor) {
        if (graph.nodes().size() == 1) {
            return new BatchInsertion<>(answered.get(0), input.get(0)).run(executor);
        }
        return executor.query(
                        RENDERER.graph(graph).writing(this::written),
                        graph.entity().reader())
                .collectList()
                .map(this::inInputOrder);
    }

    private List<WrittenRows> written() {
        List<WrittenRows> written = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            written.add(WrittenRows.of(graph.nodes().get(i), input.get(i)));
        }
        return written;
    }

    private List<R> inInputOrder(List<R> rows) {
        List<List<R>> parts = new ArrayList<>(answered.size());
        int start = 0;
        for (InsertBatch<R> batch : answered) {
            int end = start + batch.rows().size();
            if (end > rows.size()) {
                // a trigger of the table took rows out, and nobody knows which
                return rows;
            }
            parts.add(new InputOrder<>(batch).restore(rows.subList(start, end)));
            start = end;
        }
        return groups.inInputOrder(parts);
    }
}
