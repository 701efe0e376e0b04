package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.write.ChangeStep.FindRows;
import org.reactiveorm.write.ChangeStep.SettledRows;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Plans how rows are found that the caller names by a key.
 *
 * @param planner what the steps are added to
 * @param relation the relation that they are named for, whose key others take from them
 * @param <C> the entity
 */
record RowLookup<C>(WritePlanner planner, Relation<?, C> relation) {

    private EntityModel<C> entity() {
        return relation.target();
    }

    /**
     * Where each of the rows will be. A row that is named by what is needed of it is not read, nor is one that nothing is done
     * with.
     */
    List<RowId> find(List<KeyMatch<C>> matches, List<Premise> premises, Absence absence) {
        RowId[] places = new RowId[matches.size()];
        byColumns(matches).forEach((columns, indexes) -> {
            List<KeyMatch<C>> some = indexes.stream().map(matches::get).toList();
            int step = planner.add(
                    columns.equals(relation.link().targetKey()) && !planner.isScoped(entity())
                            ? new KnownRows<>(
                                    entity(), some.stream().map(this::known).toList())
                            : new FindRows<>(relation, some, of(premises, indexes), absence));
            fill(places, indexes, step);
        });
        return Arrays.asList(places);
    }

    private static List<Premise> of(List<Premise> premises, List<Integer> indexes) {
        return indexes.stream().map(premises::get).toList();
    }

    private RowValues<C> known(KeyMatch<C> match) {
        RowValues<C> values = RowValues.of(entity());
        for (int i = 0; i < match.properties().size(); i++) {
            values.set(match.properties().get(i), match.values().get(i));
        }
        return values;
    }

    private static <C> Map<List<Property<C, ?>>, List<Integer>> byColumns(List<KeyMatch<C>> matches) {
        Map<List<Property<C, ?>>, List<Integer>> byColumns = new LinkedHashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            byColumns
                    .computeIfAbsent(matches.get(i).properties(), unseen -> new ArrayList<>())
                    .add(i);
        }
        return byColumns;
    }

    private static void fill(RowId[] places, List<Integer> indexes, int step) {
        for (int i = 0; i < indexes.size(); i++) {
            places[indexes.get(i)] = new RowId(step, i);
        }
    }

    /**
     * Where rows will be that are found or made.
     *
     * @param made where each is if it was made
     * @param settled where each is in either case
     */
    record Settlement(List<RowId> made, List<RowId> settled) {}

    /** Rows that are made where they are not there. One that is named twice is made once, as it is given first. */
    Settlement findOrMake(List<KeyMatch<C>> matches, IntFunction<PendingRow<C>> rows) {
        RowId[] made = new RowId[matches.size()];
        RowId[] settled = new RowId[matches.size()];
        byColumns(matches).forEach((columns, indexes) -> {
            Map<Object, Integer> distinct = new LinkedHashMap<>();
            List<KeyMatch<C>> keys = new ArrayList<>();
            List<PendingRow<C>> candidates = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int index : indexes) {
                PendingRow<C> row = rows.apply(index);
                List<Object> identity = List.of(comparable(matches.get(index)), row.premise());
                Integer place = distinct.putIfAbsent(identity, keys.size());
                places.add(place == null ? keys.size() : place);
                if (place == null) {
                    keys.add(matches.get(index));
                    candidates.add(row);
                }
            }
            List<Premise> premises =
                    candidates.stream().map(PendingRow::premise).toList();
            int found = planner.add(new FindRows<>(relation, keys, premises, Absence.IS_FINE));
            List<PendingRow<C>> pending = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                pending.add(candidates.get(i).missing(new RowId(found, i), keys.get(i)));
            }
            int insert = planner.insert(entity(), pending, keys);
            int both = planner.add(new SettledRows<>(
                    relation, keys, rowsOf(found, keys.size()), rowsOf(insert, keys.size()), premises));
            for (int i = 0; i < indexes.size(); i++) {
                int index = indexes.get(i);
                int place = places.get(i);
                made[index] = new RowId(insert, place);
                settled[index] = new RowId(both, place);
            }
        });
        return new Settlement(Arrays.asList(made), Arrays.asList(settled));
    }

    private static List<RowId> rowsOf(int step, int count) {
        List<RowId> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new RowId(step, i));
        }
        return rows;
    }

    /** A key whose equality is the database's. */
    static Object comparable(KeyMatch<?> match) {
        return KeyValues.of(match.properties(), match.values());
    }
}
