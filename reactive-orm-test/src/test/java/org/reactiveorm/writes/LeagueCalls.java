package org.reactiveorm.writes;

import static org.reactiveorm.writes.Appearance_.APPEARANCE;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Fixture_.FIXTURE;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Passport_.PASSPORT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.AttachableRef;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.OwnedToOneRef;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.query.ToManyRef;
import org.reactiveorm.query.ToManyRelation;
import org.reactiveorm.query.ToOneRef;
import org.reactiveorm.writes.Graph.AtLeast;
import org.reactiveorm.writes.Graph.Key;
import org.reactiveorm.writes.Graph.Operation;
import org.reactiveorm.writes.Graph.Plus;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;
import org.reactiveorm.writes.League.Verb;

/** A graph as calls of the library's handles. */
@SuppressWarnings("unchecked") // a graph's columns, keys and relations are those of its table
final class LeagueCalls {

    private static final Map<Table, EntityRef<?, ?>> ENTITIES = Map.of(
            Table.TEAM, TEAM,
            Table.PLAYER, PLAYER,
            Table.PASSPORT, PASSPORT,
            Table.LOCKER, LOCKER,
            Table.SKILL, SKILL,
            Table.CONTRACT, CONTRACT,
            Table.FIXTURE, FIXTURE,
            Table.APPEARANCE, APPEARANCE);

    private LeagueCalls() {}

    static <E> EntityRef<E, Object> entity(Table table) {
        return (EntityRef<E, Object>) Objects.requireNonNull(ENTITIES.get(table));
    }

    private static AttachableRef<?, ?, ?> handle(Link link) {
        return switch (link) {
            case TEAM_PLAYERS -> TEAM.players;
            case TEAM_CONTRACTS -> TEAM.contracts;
            case PLAYER_TEAM -> PLAYER.team;
            case PLAYER_MENTOR -> PLAYER.mentor;
            case PLAYER_MENTEES -> PLAYER.mentees;
            case PLAYER_PASSPORT -> PLAYER.passport;
            case PLAYER_LOCKER -> PLAYER.locker;
            case PLAYER_SKILLS -> PLAYER.skills;
            case PLAYER_APPEARANCES -> PLAYER.appearances;
            case PASSPORT_PLAYER -> PASSPORT.player;
            case LOCKER_PLAYER -> LOCKER.player;
            case SKILL_PLAYERS -> SKILL.players;
            case CONTRACT_TEAM -> CONTRACT.team;
            case FIXTURE_APPEARANCES -> FIXTURE.appearances;
            case APPEARANCE_FIXTURE -> APPEARANCE.fixture;
            case APPEARANCE_PLAYER -> APPEARANCE.player;
        };
    }

    static <E> Draft<E> draft(Table table, Graph graph) {
        Draft<E> draft = Draft.of(LeagueCalls.<E>entity(table).model());
        for (Map.Entry<String, Object> value : graph.values().entrySet()) {
            draft = draft.set(
                    (Column<E, Object>) LeagueCalls.<E>entity(table).column(value.getKey()), value.getValue());
        }
        if (table == Table.FIXTURE) {
            draft = draft.set((Column<E, Object>) LeagueCalls.<E>entity(table).column("place"), "x");
        }
        for (Operation operation : graph.operations()) {
            draft = draft.with((Attachment<E, ?>) LeagueCalls.<E, Object>change(operation));
        }
        return draft;
    }

    static <E> List<Change<E>> changes(Table table, Graph graph) {
        List<Change<E>> changes = new ArrayList<>(assignments(table, graph));
        graph.operations().forEach(operation -> changes.add(LeagueCalls.<E, Object>change(operation)));
        return changes;
    }

    private static <E> List<Assignment<E>> assignments(Table table, Graph graph) {
        List<Assignment<E>> assignments = new ArrayList<>();
        graph.values().forEach((name, value) -> {
            Column<E, Object> column =
                    (Column<E, Object>) LeagueCalls.<E>entity(table).column(name);
            assignments.add(
                    value instanceof Plus plus
                            ? ((IntegerColumn<E, Integer>) (Column<E, ?>) column).increment(plus.number())
                            : column.to(value));
        });
        return assignments;
    }

    private static <C> Condition<C> condition(Table table, Key key) {
        List<Condition<C>> parts = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Column<C, Object> column = (Column<C, Object>)
                    LeagueCalls.<C>entity(table).column(key.columns().get(i));
            parts.add(column.eq(key.values().get(i)));
        }
        return Condition.all(parts);
    }

    private static <C> Condition<C> atLeast(Table table, @Nullable AtLeast where) {
        IntegerColumn<C, Integer> number = (IntegerColumn<C, Integer>)
                (Column<C, ?>) LeagueCalls.<C>entity(table).column(Objects.requireNonNull(table.number));
        return number.gte(Objects.requireNonNull(where).number());
    }

    private static boolean isId(Table table, List<Key> keys) {
        return keys.stream().allMatch(key -> key.columns().equals(table.key()));
    }

    static Object id(Table table, Key key) {
        List<Object> values = key.values();
        return switch (table) {
            case FIXTURE -> new FixtureId((int) values.get(0), (int) values.get(1));
            case APPEARANCE -> new AppearanceId((int) values.get(0), (int) values.get(1), (long) values.get(2));
            default -> values.get(0);
        };
    }

    private static <E, C> RelatedChange<E, C> change(Operation operation) {
        AttachableRef<E, C, Object> handle = (AttachableRef<E, C, Object>) handle(operation.link());
        return Verb.ATTACHING.contains(operation.verb())
                ? attachment(operation, handle)
                : handle instanceof ToManyRelation<E, C, Object> many
                        ? ofMany(operation, many)
                        : ofOne(operation, handle);
    }

    private static <E, C> Attachment<E, C> attachment(Operation operation, AttachableRef<E, C, Object> handle) {
        Table target = operation.link().target;
        List<Draft<C>> drafts = operation.drafts().stream()
                .map(graph -> LeagueCalls.<C>draft(target, graph))
                .toList();
        return switch (operation.verb()) {
            case CREATE -> handle.create(drafts.get(0));
            case CREATE_ALL -> ((ToManyRelation<E, C, Object>) handle).createAll(drafts);
            case OR_CREATE ->
                isId(target, operation.keys())
                        ? handle.connectOrCreate(id(target, operation.keys().get(0)), drafts.get(0))
                        : handle.connectOrCreate(
                                condition(target, operation.keys().get(0)), drafts.get(0));
            default -> connect(operation, handle, target);
        };
    }

    private static <E, C> Attachment<E, C> connect(
            Operation operation, AttachableRef<E, C, Object> handle, Table target) {
        List<Key> keys = operation.keys();
        if (handle instanceof ToManyRelation<E, C, Object> many && isId(target, keys)) {
            return many.connectAll(keys.stream().map(key -> id(target, key)).toList());
        }
        if (keys.size() == 1) {
            return isId(target, keys)
                    ? handle.connect(id(target, keys.get(0)))
                    : handle.connect(LeagueCalls.<C>condition(target, keys.get(0)));
        }
        // what has no method for several keys at once
        return new Attachment.Connect<>(handle.relation(), matches(target, keys));
    }

    private static <C> List<org.reactiveorm.query.KeyMatch<C>> matches(Table table, List<Key> keys) {
        return keys.stream()
                .map(key -> new org.reactiveorm.query.KeyMatch<C>(
                        key.columns().stream()
                                .<org.reactiveorm.model.Property<C, ?>>map(column ->
                                        LeagueCalls.<C>entity(table).model().property(column))
                                .toList(),
                        key.values()))
                .toList();
    }

    private static <E, C> RelatedChange<E, C> ofOne(Operation operation, AttachableRef<E, C, Object> handle) {
        Table target = operation.link().target;
        Change<C>[] changes = (Change<C>[]) changes(target, operation.change()).toArray(Change<?>[]::new);
        if (handle instanceof ToOneRef<E, C, Object> one) {
            return one.update(changes);
        }
        if (handle instanceof OwnedToOneRef<E, C, Object> one) {
            return switch (operation.verb()) {
                case UPDATE -> one.update(changes);
                case UPSERT -> one.upsert(draft(target, operation.drafts().get(0)), changes);
                default -> one.delete();
            };
        }
        OptionalToOneRef<E, C, Object> one = (OptionalToOneRef<E, C, Object>) handle;
        return switch (operation.verb()) {
            case UPDATE -> one.update(changes);
            case UPSERT -> one.upsert(draft(target, operation.drafts().get(0)), changes);
            case DISCONNECT -> one.disconnect();
            default -> one.delete();
        };
    }

    private static <E, C> RelatedChange<E, C> ofMany(Operation operation, ToManyRelation<E, C, Object> many) {
        Table target = operation.link().target;
        List<Key> keys = operation.keys();
        return switch (operation.verb()) {
            case DELETE -> new RelatedChange.Delete<>(many.relation(), matches(target, keys));
            case DELETE_ALL -> many.deleteAll(atLeast(target, operation.where()));
            case DISCONNECT -> new RelatedChange.Disconnect<>(many.relation(), matches(target, keys));
            case SET ->
                isId(target, keys)
                        ? ((OptionalToManyRef<E, C, Object>) many)
                                .set(keys.stream().map(key -> id(target, key)).toList())
                        : new RelatedChange.Replace<>(many.relation(), matches(target, keys));
            default -> changeOfMany(operation, many, target);
        };
    }

    private static <E, C> RelatedChange<E, C> changeOfMany(
            Operation operation, ToManyRelation<E, C, Object> many, Table target) {
        Assignment<C>[] assignments =
                (Assignment<C>[]) assignments(target, operation.change()).toArray(Assignment<?>[]::new);
        Change<C>[] changes = (Change<C>[]) changes(target, operation.change()).toArray(Change<?>[]::new);
        if (operation.verb() == Verb.UPDATE_ALL) {
            Condition<C> where = atLeast(target, operation.where());
            return many instanceof ToManyRef<E, C, Object> required
                    ? required.updateAll(where, assignments)
                    : ((OptionalToManyRef<E, C, Object>) many).updateAll(where, assignments);
        }
        Condition<C> key = condition(target, operation.keys().get(0));
        if (operation.verb() == Verb.UPDATE) {
            return many instanceof ToManyRef<E, C, Object> required
                    ? required.update(key, changes)
                    : ((OptionalToManyRef<E, C, Object>) many).update(key, changes);
        }
        Draft<C> draft = draft(target, operation.drafts().get(0));
        return many instanceof ToManyRef<E, C, Object> required
                ? required.upsert(key, draft, changes)
                : ((OptionalToManyRef<E, C, Object>) many).upsert(key, draft, changes);
    }
}
