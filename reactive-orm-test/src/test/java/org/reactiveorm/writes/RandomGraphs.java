package org.reactiveorm.writes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.writes.Graph.AtLeast;
import org.reactiveorm.writes.Graph.Key;
import org.reactiveorm.writes.Graph.Operation;
import org.reactiveorm.writes.Graph.Plus;
import org.reactiveorm.writes.League.Kind;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;
import org.reactiveorm.writes.League.Verb;
import org.reactiveorm.writes.LeagueRows.Row;

/**
 * Makes graphs of nested operations at random, of which most succeed. It makes none that is refused before any statement: to-one
 * relations are decided once, and at one place of the graph a row is connected to one parent.
 */
final class RandomGraphs {

    private final Random random;
    private final LeagueRows initial = LeagueRows.initial();
    private final Set<Object> connected = new HashSet<>();

    /** One for all: in which order rows change that are named by different keys is not promised. */
    private final boolean byLabel;

    private final boolean ofSeveral;
    private int fresh;

    RandomGraphs(long seed, boolean ofSeveral) {
        this.random = new Random(seed);
        this.byLabel = random.nextBoolean();
        this.ofSeveral = ofSeveral;
    }

    /** Where a graph stands, and the row that it is about as it is before, where that is known. */
    private record Spot(String path, int depth, @Nullable Row row) {

        Spot below(Operation operation, @Nullable Row child) {
            return new Spot(path + "/" + operation.link() + operation.verb(), depth - 1, child);
        }
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** The row that is changed, or several. */
    List<Row> rows(Table table) {
        Set<Row> some = new LinkedHashSet<>();
        for (int i = 0; i < (ofSeveral ? 3 : 1); i++) {
            some.add(pick(initial.of(table)));
        }
        return List.copyOf(some);
    }

    /** What is done with a row that is there. */
    Graph change(Table table, @Nullable Row row, int depth) {
        return change(table, new Spot("", depth, row));
    }

    /** This operation on a row that is there; without one if there is none that makes sense. */
    Graph change(Link link, Verb verb, @Nullable Row row, int depth) {
        List<Operation> operations = new ArrayList<>();
        if (isSensible(link, verb, row)) {
            operation(link, verb, new Spot("", depth, row), operations);
        }
        return new Graph(Map.of(), operations);
    }

    /** A new row. */
    Graph draft(Table table, int depth) {
        return draft(table, null, null, new Spot("", depth, null));
    }

    private Graph change(Table table, Spot spot) {
        Map<String, Object> values = new HashMap<>();
        if (table.number != null && chance(50)) {
            values.put(table.number, chance(50) ? new Plus(1 + random.nextInt(3)) : (Object) random.nextInt(9));
        }
        String label = table.label();
        if (label != null && !ofSeveral && chance(20)) {
            values.put(label, "new" + fresh++);
        }
        List<Operation> operations = new ArrayList<>();
        for (Link link : shuffled(Link.of(table))) {
            Set<Verb> once = new HashSet<>();
            int most = spot.depth() <= 0
                            || !chance(Math.min(85, 150 / Link.of(table).size()))
                    ? 0
                    : link.kind.isToOne() ? 1 : 1 + random.nextInt(3);
            for (int i = 0; i < most; i++) {
                Verb verb = pick(link.kind.verbs);
                if (isSensible(link, verb, spot.row()) && (verb != Verb.SET || once.add(verb))) {
                    operation(link, verb, spot, operations);
                }
            }
        }
        return new Graph(values, operations);
    }

    /** Most operations on rows that have to be related are on some that are. */
    private boolean isSensible(Link link, Verb verb, @Nullable Row row) {
        boolean needsRelated = verb == Verb.UPDATE || verb == Verb.DELETE;
        return !needsRelated
                || chance(15)
                || (row != null && !initial.related(link, row).isEmpty());
    }

    private List<Link> shuffled(List<Link> links) {
        List<Link> all = new ArrayList<>(links);
        java.util.Collections.shuffle(all, random);
        return all;
    }

    private Graph draft(Table table, @Nullable Link from, @Nullable Key key, Spot spot) {
        Map<String, Object> values = values(table, key);
        List<Operation> operations = new ArrayList<>();
        for (Link link : Link.of(table)) {
            boolean isGiven = from != null && link.isInverseOf(from);
            boolean isNeeded = link.kind == Kind.OWN_REQUIRED;
            if (!isGiven && (isNeeded || (spot.depth() > 0 && chance(25)))) {
                List<Verb> verbs = spot.depth() <= 0
                        ? List.of(Verb.CONNECT)
                        : link.kind.verbs.stream()
                                .filter(Verb.ATTACHING::contains)
                                .toList();
                int before = operations.size();
                for (int i = 0; i < 9 && operations.size() == before; i++) {
                    operation(link, isNeeded && i > 3 ? Verb.CONNECT : pick(verbs), spot, operations);
                }
            }
        }
        return new Graph(values, operations);
    }

    private Map<String, Object> values(Table table, @Nullable Key key) {
        Map<String, Object> values = new HashMap<>();
        String label = table.label();
        if (label != null) {
            values.put(label, chance(2) ? taken(table, label) : "new" + fresh++);
        }
        if (table == Table.FIXTURE) {
            values.put("id.season", chance(5) ? 1 : 9);
            values.put("id.number", 1 + fresh++);
        }
        if (table == Table.PLAYER && chance(20)) {
            values.put("email", chance(10) ? "mail2" : "fresh" + fresh++);
        }
        if (table.number != null && chance(40)) {
            values.put(table.number, random.nextInt(9));
        }
        for (int i = 0; key != null && i < key.columns().size(); i++) {
            if (!key.columns().get(i).equals("id")) {
                values.put(key.columns().get(i), key.values().get(i));
            }
        }
        return values;
    }

    private Object taken(Table table, String label) {
        return Objects.requireNonNull(pick(initial.of(table)).get(label));
    }

    private void operation(Link link, Verb verb, Spot spot, List<Operation> to) {
        Operation bare = Operation.of(link, verb);
        Operation made = switch (verb) {
            case CREATE -> created(bare, spot, 1);
            case CREATE_ALL -> created(bare, spot, random.nextInt(3));
            case CONNECT -> connected(bare, spot, link.kind.isToOne() ? 1 : 1 + random.nextInt(2));
            case OR_CREATE -> orCreated(bare, spot);
            case DISCONNECT -> link.kind.isToOne() ? bare : bare.by(keys(link, spot.row(), 1 + random.nextInt(2), 60));
            case SET -> random.nextInt(4) == 0 ? bare : connected(bare, spot, 1 + random.nextInt(2));
            case UPDATE, UPSERT -> changed(bare, spot);
            case UPDATE_ALL, DELETE_ALL -> all(bare);
            case DELETE ->
                link.kind.isToOne()
                        ? bare
                        : bare.by(List.copyOf(new LinkedHashSet<>(keys(link, spot.row(), 1 + random.nextInt(2), 95))));
        };
        if (made != null) {
            to.add(made);
        }
    }

    private Operation all(Operation bare) {
        Operation all = bare.where(new AtLeast(random.nextInt(9)));
        if (bare.verb() == Verb.DELETE_ALL) {
            return all;
        }
        Object value = chance(50) ? new Plus(1) : (Object) random.nextInt(9);
        return all.changing(new Graph(Map.of(Objects.requireNonNull(bare.link().target.number), value), List.of()));
    }

    private @Nullable Operation created(Operation bare, Spot spot, int count) {
        if (ofSeveral && bare.link().target != Table.APPEARANCE) {
            // each of the rows would make the same one
            return null;
        }
        List<Graph> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft(bare.link().target, bare.link(), null, spot.below(bare, null)));
        }
        return bare.making(drafts);
    }

    private @Nullable Operation connected(Operation bare, Spot spot, int count) {
        boolean isExclusive = !bare.link().kind.isOwn() && bare.link().kind != Kind.JOIN;
        if (isExclusive && ofSeveral) {
            return null;
        }
        Set<Key> keys = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Key key = key(bare.link().target, anyOf(bare.link(), spot.row(), 30), chance(50), 3);
            if (!isExclusive || connected.add(List.of(spot.path(), bare.link(), key))) {
                keys.add(key);
            }
        }
        return keys.isEmpty() ? null : bare.by(List.copyOf(keys));
    }

    private @Nullable Operation orCreated(Operation bare, Spot spot) {
        Table target = bare.link().target;
        boolean isExclusive = !bare.link().kind.isOwn() && bare.link().kind != Kind.JOIN;
        boolean isMissing = chance(50);
        if (target == Table.APPEARANCE || (isExclusive && ofSeveral)) {
            return null;
        }
        boolean labelled = target.label() != null && (isMissing || chance(50));
        Key key = key(target, List.of(), labelled, isMissing ? 100 : 0);
        if (isExclusive && !connected.add(List.of(spot.path(), bare.link(), "orCreate", key))) {
            return null;
        }
        return bare.by(List.of(key)).making(List.of(draft(target, bare.link(), key, spot.below(bare, null))));
    }

    private @Nullable Operation changed(Operation bare, Spot spot) {
        Link link = bare.link();
        if (ofSeveral && bare.verb() == Verb.UPSERT && link.target != Table.APPEARANCE) {
            return null;
        }
        List<Row> own = spot.row() == null ? List.of() : initial.related(link, spot.row());
        if (link.kind.isToOne()) {
            return withGraphs(bare, own.isEmpty() ? null : own.get(0), null, spot);
        }
        Key key = key(
                link.target,
                anyOf(link, spot.row(), bare.verb() == Verb.UPSERT ? 60 : 96),
                byLabel,
                bare.verb() == Verb.UPSERT ? 40 : 2);
        return withGraphs(bare.by(List.of(key)), initial.find(link.target, key), key, spot);
    }

    private Operation withGraphs(Operation bare, @Nullable Row child, @Nullable Key key, Spot spot) {
        Spot below = spot.below(bare, child);
        Operation changing = bare.changing(change(bare.link().target, below));
        Key named = key == null || key.columns().size() > 1 ? null : key;
        return bare.verb() == Verb.UPDATE
                ? changing
                : changing.making(List.of(draft(bare.link().target, bare.link(), named, spot.below(bare, null))));
    }

    private List<Key> keys(Link link, @Nullable Row parent, int count, int ownPercent) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(key(link.target, anyOf(link, parent, ownPercent), byLabel, 2));
        }
        return keys;
    }

    /** Rows that are related to the parent, or all. */
    private List<Row> anyOf(Link link, @Nullable Row parent, int ownPercent) {
        List<Row> own = parent == null ? List.of() : initial.related(link, parent);
        return own.isEmpty() || !chance(ownPercent) ? List.of() : own;
    }

    private Key key(Table table, List<Row> among, boolean labelled, int missingPercent) {
        boolean isMissing = chance(missingPercent);
        Row row = pick(among.isEmpty() ? initial.of(table) : among);
        String label = table.label();
        if (label != null && labelled) {
            Object email = table == Table.PLAYER && !isMissing && !byLabel ? row.get("email") : null;
            return email != null && chance(20)
                    ? new Key(List.of("email"), List.of(email))
                    : new Key(
                            List.of(label),
                            List.of(isMissing ? "new" + fresh++ : Objects.requireNonNull(row.get(label))));
        }
        List<Object> values = new ArrayList<>();
        table.key().forEach(column -> values.add(Objects.requireNonNull(row.get(column))));
        if (isMissing) {
            values.set(0, values.get(0) instanceof Long ? (Object) 4711L : (Object) 77);
        }
        return new Key(table.key(), values);
    }
}
