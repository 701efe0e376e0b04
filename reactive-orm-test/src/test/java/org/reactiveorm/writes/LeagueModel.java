package org.reactiveorm.writes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.writes.Graph.Key;
import org.reactiveorm.writes.Graph.Operation;
import org.reactiveorm.writes.Graph.Plus;
import org.reactiveorm.writes.League.Kind;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;
import org.reactiveorm.writes.League.Verb;
import org.reactiveorm.writes.LeagueRows.Failure;
import org.reactiveorm.writes.LeagueRows.Refused;
import org.reactiveorm.writes.LeagueRows.Row;

/**
 * What nested operations mean, row by row, on rows in memory. Rows at the same place of the graph are treated together: each
 * part of the fixed order is done for all of them before the next.
 */
final class LeagueModel {

    /** What nobody has promised: the case tells nothing. */
    static final class Open extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Open(String what) {
            super(what);
        }
    }

    /** A kind of operation on a kind of relation. */
    record Done(Verb verb, Kind kind) {}

    /** A row, or one that will be made, and what is done with it. */
    private static final class Place {

        final Graph graph;
        final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        final List<@Nullable Object> found;

        @Nullable
        Row row;

        Place(Graph graph, @Nullable Row row) {
            this.graph = graph;
            this.row = row;
            this.found = row == null ? List.of() : row.get(row.table.key());
        }

        Row row() {
            return Objects.requireNonNull(row);
        }

        void take(Link link, Row from) {
            for (int i = 0; i < link.source.size(); i++) {
                keys.put(link.source.get(i), from.get(link.key.get(i)));
            }
        }

        /** A child takes its parent's key. */
        Place of(Link link, Row parent) {
            for (int i = 0; i < link.key.size(); i++) {
                keys.put(link.key.get(i), parent.get(link.source.get(i)));
            }
            return this;
        }
    }

    /** What is wanted of one relation of one row. */
    private record Wanted(Place place, Operation what) {

        Row row() {
            return place.row();
        }
    }

    private final LeagueRows rows = LeagueRows.initial();
    private final List<Done> done = new ArrayList<>();

    /** Found out by a foreign key at some later moment. */
    private boolean isSomethingMissing;

    private boolean isRemoving;

    LeagueRows rows() {
        return rows;
    }

    List<Done> done() {
        return done;
    }

    boolean isSomethingMissing() {
        return isSomethingMissing;
    }

    /** Whether what is removed with a row that is missing may be referred to. */
    boolean isRemoving() {
        return isRemoving;
    }

    List<Row> insert(Table table, List<Graph> graphs) {
        return make(table, graphs.stream().map(graph -> new Place(graph, null)).toList());
    }

    void change(Table table, List<Row> found, Graph graph) {
        change(table, found.stream().map(row -> new Place(graph, row)).toList());
    }

    private List<Row> make(Table table, List<Place> places) {
        wanted(places, Kind::isOwn).forEach(this::own);
        for (Place place : places) {
            Map<String, Object> values = new LinkedHashMap<>(place.graph.values());
            place.keys.forEach((column, value) -> {
                if (value != null) {
                    values.put(column, value);
                }
            });
            place.row = rows.add(table, values);
        }
        rows.requireForeignKeys();
        Map<Link, List<Wanted>> others = wanted(places, kind -> !kind.isOwn());
        others.forEach((link, all) -> add(link, all, Map.of(), false));
        return places.stream().map(Place::row).toList();
    }

    private void change(Table table, List<Place> places) {
        places.forEach(place -> requireThere(place.row()));
        if (table == Table.APPEARANCE
                && places.stream().map(Place::row).distinct().count() < places.size()) {
            throw new Open("A row whose key may change is changed twice");
        }
        Map<Link, List<Wanted>> own = wanted(places, Kind::isOwn);
        Map<Link, Set<Row>> deletions = new LinkedHashMap<>();
        own.forEach((link, all) -> deletions.put(link, ownDeletions(link, all)));
        own.forEach(this::own);
        for (Place place : places) {
            if (!place.graph.values().isEmpty() || !place.keys.isEmpty()) {
                requireThere(place.row());
                if (!place.row().get(table.key()).equals(place.found)) {
                    throw new Open("What is nested in a change has changed the key of the row itself");
                }
                if (!place.graph.values().isEmpty() || !hasAlready(place.row(), place.keys)) {
                    update(place.row(), assigned(place));
                }
            }
        }
        rows.requireForeignKeys();
        deletions.values().forEach(this::remove);
        Map<Link, List<Wanted>> others = wanted(places, kind -> !kind.isOwn());
        others.values().forEach(all -> all.forEach(each -> requireThere(each.row())));
        others.forEach(this::removals);
        Map<Link, Map<Wanted, Place>> upserts = new LinkedHashMap<>();
        others.forEach((link, all) -> upserts.put(link, changes(link, all)));
        others.forEach((link, all) -> add(link, all, Objects.requireNonNull(upserts.get(link)), true));
    }

    /** The relations in the order in which they are named first. */
    private Map<Link, List<Wanted>> wanted(List<Place> places, Predicate<Kind> kinds) {
        Map<Link, List<Wanted>> wanted = new LinkedHashMap<>();
        for (Place place : places) {
            for (Operation operation : place.graph.operations()) {
                if (kinds.test(operation.link().kind)) {
                    done.add(new Done(operation.verb(), operation.link().kind));
                    wanted.computeIfAbsent(operation.link(), unseen -> new ArrayList<>())
                            .add(new Wanted(place, operation));
                }
            }
        }
        return wanted;
    }

    private static List<Wanted> only(List<Wanted> all, Verb... verbs) {
        return all.stream()
                .filter(each -> Set.of(verbs).contains(each.what().verb()))
                .toList();
    }

    private void requireThere(Row row) {
        if (!rows.has(row)) {
            throw new Open("A row that the call has removed is changed");
        }
    }

    private static boolean hasAlready(Row row, Map<String, @Nullable Object> values) {
        return values.entrySet().stream().allMatch(each -> Objects.equals(row.get(each.getKey()), each.getValue()));
    }

    private static Map<String, @Nullable Object> assigned(Place place) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(place.keys);
        place.graph.values().forEach((column, value) -> values.put(column, computed(place.row(), column, value)));
        return values;
    }

    private static Object computed(Row row, String column, Object value) {
        return value instanceof Plus plus ? (Integer) Objects.requireNonNull(row.get(column)) + plus.number() : value;
    }

    private void update(Row row, Map<String, @Nullable Object> values) {
        values.forEach(row::set);
        if (row.table.hasVersion()) {
            row.set("version", (Integer) Objects.requireNonNull(row.get("version")) + 1);
        }
        rows.requireUnique(row);
    }

    /** What the rows refer to themselves: changed, then created, connected. */
    private void own(Link link, List<Wanted> all) {
        List<Place> changed = new ArrayList<>();
        for (Wanted each : only(all, Verb.UPDATE)) {
            changed.add(new Place(each.what().change(), required(one(link, each.row()))));
        }
        change(link.target, changed);
        List<Place> made = new ArrayList<>();
        List<Place> takers = new ArrayList<>();
        List<Place> upserted = new ArrayList<>();
        for (Wanted each : only(all, Verb.UPSERT)) {
            Row there = one(link, each.row());
            if (there == null) {
                made.add(new Place(each.what().drafts().get(0), null));
                takers.add(each.place());
            } else {
                upserted.add(new Place(each.what().change(), there));
            }
        }
        change(link.target, upserted);
        for (Wanted each : only(all, Verb.CREATE)) {
            made.add(new Place(each.what().drafts().get(0), null));
            takers.add(each.place());
        }
        List<Row> created = make(link.target, made);
        for (int i = 0; i < created.size(); i++) {
            takers.get(i).take(link, created.get(i));
        }
        connectOwn(link, all);
        only(all, Verb.DISCONNECT, Verb.DELETE)
                .forEach(each -> link.source.forEach(column -> each.place().keys.put(column, null)));
    }

    private void connectOwn(Link link, List<Wanted> all) {
        for (Wanted each : only(all, Verb.CONNECT)) {
            Key key = each.what().keys().get(0);
            Row row = found(link.target, key);
            if (row != null) {
                each.place().take(link, row);
            } else {
                link.source.forEach(column -> each.place().keys.put(column, null));
            }
        }
        List<Wanted> orCreate = only(all, Verb.OR_CREATE);
        List<Row> settled = settle(
                        link.target,
                        orCreate,
                        each -> new Place(each.what().drafts().get(0), null))
                .all();
        for (int i = 0; i < settled.size(); i++) {
            orCreate.get(i).place().take(link, settled.get(i));
        }
        letGo(link, only(all, Verb.CONNECT, Verb.OR_CREATE));
    }

    /** A row that can have one other only lets go of it for the one that is connected from there. */
    private void letGo(Link link, List<Wanted> connected) {
        for (Link back : Link.of(link.target)) {
            if (back.isInverseOf(link) && back.kind == Kind.ONE_OPTIONAL) {
                connected.forEach(each -> rows.of(link.owner).stream()
                        .filter(row -> takes(link, each, row)
                                && connected.stream()
                                        .noneMatch(other -> other.place().row == row && takes(link, other, row)))
                        .toList()
                        .forEach(row -> detach(back, row, row)));
            }
        }
    }

    private static boolean takes(Link link, Wanted wanted, Row row) {
        return link.source.stream().allMatch(column -> {
            Object key = wanted.place().keys.get(column);
            return key != null && key.equals(row.get(column));
        });
    }

    private @Nullable Row one(Link link, Row parent) {
        List<Row> related = rows.related(link, parent);
        return related.isEmpty() ? null : related.get(0);
    }

    private static Row required(@Nullable Row row) {
        if (row == null) {
            throw new Refused(Failure.NOT_FOUND);
        }
        return row;
    }

    /** Of a key that others refer to it is the database that finds out, when it is used. */
    private @Nullable Row found(Table table, Key key) {
        Row row = rows.find(table, key);
        if (row == null && !key.columns().equals(table.key())) {
            throw new Refused(Failure.NOT_FOUND);
        }
        isSomethingMissing |= row == null;
        return row;
    }

    /** Rows that were found or made. */
    private record Settled(List<Row> all, Set<Row> made) {}

    private interface Making {
        Place of(Wanted wanted);
    }

    private Settled settle(Table table, List<Wanted> all, Making making) {
        Map<Key, @Nullable Row> settled = new LinkedHashMap<>();
        all.forEach(each -> {
            Key key = each.what().keys().get(0);
            settled.put(key, rows.find(table, key));
        });
        Map<Key, Place> missing = new LinkedHashMap<>();
        for (Wanted each : all) {
            Key key = each.what().keys().get(0);
            if (settled.get(key) == null && !missing.containsKey(key)) {
                missing.put(key, making.of(each));
            }
        }
        List<Row> made = make(table, List.copyOf(missing.values()));
        int i = 0;
        for (Key key : missing.keySet()) {
            settled.put(key, made.get(i++));
        }
        List<Row> found = all.stream()
                .map(each ->
                        Objects.requireNonNull(settled.get(each.what().keys().get(0))))
                .toList();
        return new Settled(found, new LinkedHashSet<>(made));
    }

    private Set<Row> ownDeletions(Link link, List<Wanted> all) {
        Set<Row> gone = new LinkedHashSet<>();
        for (Wanted each : only(all, Verb.DELETE)) {
            Row row = one(link, each.row());
            if (row == null) {
                // said when it is its turn
                gone.add(new Row(link.target, Map.of()));
            } else {
                gone.add(row);
            }
        }
        return gone;
    }

    private void remove(Collection<Row> gone) {
        isRemoving = true;
        if (!gone.stream().allMatch(rows::has)) {
            throw new Refused(Failure.NOT_FOUND);
        }
        rows.remove(List.copyOf(gone));
        rows.requireForeignKeys();
        isRemoving = false;
    }

    private void removals(Link link, List<Wanted> all) {
        List<Row> detached = new ArrayList<>();
        for (Wanted each : all) {
            boolean isAll =
                    each.what().verb() == Verb.SET || (each.what().verb() == Verb.DISCONNECT && link.kind.isToOne());
            if (isAll) {
                rows.related(link, each.row()).stream()
                        .filter(row -> each.what().keys().stream().noneMatch(key -> LeagueRows.matches(row, key)))
                        .forEach(row -> detach(link, each.row(), row));
            }
        }
        for (Wanted each : only(all, Verb.DISCONNECT)) {
            for (Key key : each.what().keys()) {
                Row row = rows.find(link.target, key);
                if (row != null && rows.related(link, each.row()).contains(row)) {
                    detach(link, each.row(), row);
                }
            }
        }
        Set<Row> deleted = new LinkedHashSet<>();
        isRemoving = true;
        for (Wanted each : only(all, Verb.DELETE)) {
            if (link.kind.isToOne()) {
                deleted.add(required(one(link, each.row())));
            }
            each.what().keys().forEach(key -> deleted.add(own(link, each.row(), key)));
        }
        remove(deleted);
        for (Wanted each : only(all, Verb.DELETE_ALL)) {
            remove(chosen(link, each));
        }
    }

    private void detach(Link link, Row parent, Row row) {
        if (link.kind == Kind.JOIN) {
            rows.join(link, parent, row, false);
        } else {
            Map<String, @Nullable Object> none = new HashMap<>();
            link.key.forEach(column -> none.put(column, null));
            update(row, none);
        }
    }

    private Row own(Link link, Row parent, Key key) {
        Row row = required(rows.find(link.target, key));
        if (!rows.related(link, parent).contains(row)) {
            throw new Refused(Failure.NOT_FOUND);
        }
        return row;
    }

    private List<Row> chosen(Link link, Wanted wanted) {
        int least = Objects.requireNonNull(wanted.what().where()).number();
        String number = Objects.requireNonNull(link.target.number);
        return rows.related(link, wanted.row()).stream()
                .filter(row -> (Integer) Objects.requireNonNull(row.get(number)) >= least)
                .toList();
    }

    /** Answers the rows that are made where an upsert finds none. */
    private Map<Wanted, Place> changes(Link link, List<Wanted> all) {
        List<Place> changed = new ArrayList<>();
        for (Wanted each : only(all, Verb.UPDATE)) {
            if (link.kind.isToOne()) {
                changed.add(new Place(each.what().change(), required(one(link, each.row()))));
            }
            each.what().keys().forEach(key -> changed.add(new Place(each.what().change(), own(link, each.row(), key))));
        }
        change(link.target, changed);
        changeAll(link, only(all, Verb.UPDATE_ALL));
        Map<Wanted, Place> missing = new LinkedHashMap<>();
        List<Place> upserted = new ArrayList<>();
        for (Wanted each : only(all, Verb.UPSERT)) {
            Row row = link.kind.isToOne()
                    ? one(link, each.row())
                    : rows.find(link.target, each.what().keys().get(0));
            if (row != null && rows.related(link, each.row()).contains(row)) {
                upserted.add(new Place(each.what().change(), row));
            } else {
                missing.put(each, new Place(each.what().drafts().get(0), null));
            }
        }
        change(link.target, upserted);
        return missing;
    }

    /** The same for several parents is done once with the rows that they share. */
    private void changeAll(Link link, List<Wanted> all) {
        for (Operation what : new LinkedHashSet<>(all.stream().map(Wanted::what).toList())) {
            Set<Row> chosen = new LinkedHashSet<>();
            all.stream().filter(each -> each.what().equals(what)).forEach(each -> chosen.addAll(chosen(link, each)));
            chosen.forEach(row -> update(row, assigned(new Place(what.change(), row))));
        }
    }

    private void add(Link link, List<Wanted> all, Map<Wanted, Place> upserts, boolean canHaveOthers) {
        if (canHaveOthers && link.kind.isToOne()) {
            makeRoom(link, only(all, Verb.CREATE, Verb.CONNECT, Verb.OR_CREATE));
        }
        List<Wanted> connected = new ArrayList<>(only(all, Verb.SET));
        connected.addAll(only(all, Verb.CONNECT));
        connect(link, connected);
        connectOrCreate(link, only(all, Verb.OR_CREATE));
        List<Place> made = new ArrayList<>(upserts.values());
        List<Row> parents =
                new ArrayList<>(upserts.keySet().stream().map(Wanted::row).toList());
        for (Wanted each : only(all, Verb.CREATE, Verb.CREATE_ALL)) {
            for (Graph draft : each.what().drafts()) {
                made.add(new Place(draft, null));
                parents.add(each.row());
            }
        }
        for (int i = 0; i < made.size() && link.kind != Kind.JOIN; i++) {
            made.get(i).of(link, parents.get(i));
        }
        List<Row> created = make(link.target, made);
        for (int i = 0; i < created.size() && link.kind == Kind.JOIN; i++) {
            rows.join(link, parents.get(i), created.get(i), true);
        }
    }

    private void makeRoom(Link link, List<Wanted> all) {
        for (Wanted each : all) {
            for (Row other : rows.related(link, each.row())) {
                if (each.what().keys().stream().noneMatch(key -> LeagueRows.matches(other, key))) {
                    if (!link.kind.isOptional()) {
                        throw new Refused(Failure.NOT_NULL);
                    }
                    detach(link, each.row(), other);
                }
            }
        }
    }

    private void connect(Link link, List<Wanted> all) {
        Map<Row, Row> parents = new HashMap<>();
        Set<Object> named = new LinkedHashSet<>();
        for (Wanted each : all) {
            for (Key key : each.what().keys()) {
                if (link.kind == Kind.JOIN) {
                    Row row = found(link.target, key);
                    if (row != null) {
                        rows.join(link, each.row(), row, true);
                    }
                } else if (named.add(List.of(each.row(), key))) {
                    attach(link, each.row(), required(rows.find(link.target, key)), parents);
                }
            }
        }
    }

    private void attach(Link link, Row parent, Row row, Map<Row, Row> parents) {
        Row other = parents.put(row, parent);
        if (other != null && (other != parent || row.table == Table.APPEARANCE)) {
            throw new Open("One row is connected to two by different keys");
        }
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (int i = 0; i < link.key.size(); i++) {
            key.put(link.key.get(i), parent.get(link.source.get(i)));
        }
        if (!hasAlready(row, key)) {
            update(row, key);
        }
        rows.requireForeignKeys();
    }

    private void connectOrCreate(Link link, List<Wanted> all) {
        boolean isJoin = link.kind == Kind.JOIN;
        Settled settled = settle(link.target, all, each -> {
            Place place = new Place(each.what().drafts().get(0), null);
            return isJoin ? place : place.of(link, each.row());
        });
        Map<Row, Row> parents = new HashMap<>();
        Set<Object> named = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Row row = settled.all().get(i);
            if (isJoin) {
                rows.join(link, all.get(i).row(), row, true);
            } else if (!settled.made().contains(row)
                    && named.add(List.of(all.get(i).row(), all.get(i).what().keys()))) {
                attach(link, all.get(i).row(), row, parents);
            }
        }
    }
}
