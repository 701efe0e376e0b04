package org.reactiveorm.write;

import java.util.List;
import java.util.stream.Collectors;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.KeyMatch;

/** A plan in words, a line for each step: what is done, to which table or relation, and to how many rows. */
final class PlanText implements WriteStep.Visitor<String> {

    private PlanText() {}

    static List<String> of(WritePlan<?> plan) {
        return plan.steps().stream()
                .map(step -> step.<String>accept(new PlanText()))
                .toList();
    }

    /** A step in words. */
    static WriteStep.Visitor<String> step() {
        return new PlanText();
    }

    private static String table(EntityModel<?> entity) {
        return entity.table().toString();
    }

    private static String name(Relation<?, ?> relation) {
        return relation.owner() + "." + relation.name();
    }

    private static String key(List<? extends KeyMatch<?>> matches) {
        return matches.isEmpty()
                ? ""
                : " by "
                        + matches.get(0).properties().stream()
                                .map(Property::name)
                                .collect(Collectors.joining("+"));
    }

    private static <C> String chosen(List<Chosen<C>> rows) {
        return key(rows.stream().map(Chosen::match).toList()) + ":" + rows.size();
    }

    private static <E> String set(List<Assignment<E>> assignments) {
        return assignments.stream()
                .map(assignment -> assignment.property().name())
                .collect(Collectors.joining(", ", " set ", ""));
    }

    @Override
    public <E> String insertRows(InsertStep.InsertRows<E> step) {
        return table(step.entity()) + ":" + step.rows().size();
    }

    @Override
    public <E> String knownRows(InsertStep.KnownRows<E> step) {
        return "known " + table(step.entity()) + ":" + step.rows().size();
    }

    @Override
    public <E, C> String linkRows(InsertStep.LinkRows<E, C> step) {
        return "link:" + step.links().size();
    }

    @Override
    public <E> String givenRows(ChangeStep.GivenRows<E> step) {
        return "given " + table(step.entity()) + ":" + step.count();
    }

    @Override
    public <E> String findRows(ChangeStep.FindRows<E> step) {
        String optional = step.absence() == Absence.FAILS ? "" : " if there";
        return "find " + table(step.relation().target()) + key(step.matches()) + ":"
                + step.matches().size() + optional;
    }

    @Override
    public <E> String insertMissing(ChangeStep.InsertMissing<E> step) {
        return "missing " + table(step.entity()) + key(step.matches()) + ":"
                + step.rows().size();
    }

    @Override
    public <E> String settledRows(ChangeStep.SettledRows<E> step) {
        return "settle " + table(step.relation().target()) + ":"
                + step.matches().size();
    }

    @Override
    public <E> String updateRows(ChangeStep.UpdateRows<E> step) {
        String keys = step.rows().stream()
                .flatMap(row -> row.references().stream())
                .flatMap(reference -> reference.key().stream())
                .map(Property::name)
                .distinct()
                .collect(Collectors.joining(", "));
        String cleared =
                step.rows().get(0).cleared().stream().map(Property::name).collect(Collectors.joining(", "));
        return "update " + table(step.entity()) + set(step.rows().get(0).assignments())
                + (cleared.isEmpty() ? "" : " clear " + cleared)
                + (keys.isEmpty() ? "" : " keys " + keys) + ":" + step.rows().size();
    }

    @Override
    public <E, C> String changeRelated(ChangeStep.ChangeRelated<E, C> step) {
        String optional = step.absence() == Absence.FAILS ? "" : " if there";
        List<Assignment<C>> assignments = step.rows().get(0).assignments();
        return (assignments.isEmpty() ? "lock " : "change ")
                + name(step.relation())
                + (assignments.isEmpty() ? "" : set(assignments))
                + chosen(step.rows().stream().map(RelatedRow::row).toList())
                + optional;
    }

    @Override
    public <E, C> String changeAll(ChangeStep.ChangeAll<E, C> step) {
        return "change all " + name(step.relation()) + set(step.assignments()) + ":"
                + step.parents().size();
    }

    @Override
    public <E, C> String changeOthers(ChangeStep.ChangeOthers<E, C> step) {
        return "detach others " + name(step.relation()) + ":"
                + (step.parents().size() + step.successors().size()) + " but "
                + (step.kept().size() + step.successors().size());
    }

    @Override
    public <E, C> String refuseOthers(ChangeStep.RefuseOthers<E, C> step) {
        return "refuse others " + name(step.relation()) + ":" + step.parents().size() + " but "
                + step.kept().size();
    }

    @Override
    public <E, C> String attachRows(ChangeStep.AttachRows<E, C> step) {
        return "attach " + name(step.relation())
                + chosen(step.rows().stream().map(Attached::row).toList());
    }

    @Override
    public <E, C> String deleteRelated(ChangeStep.DeleteRelated<E, C> step) {
        return "delete " + name(step.relation()) + chosen(step.rows());
    }

    @Override
    public <E, C> String deleteAll(ChangeStep.DeleteAll<E, C> step) {
        return "delete all " + name(step.relation()) + ":" + step.parents().size();
    }

    @Override
    public <E, C> String unlinkRows(ChangeStep.UnlinkRows<E, C> step) {
        return "unlink " + name(step.relation()) + ":" + step.links().size();
    }

    @Override
    public <E, C> String unlinkOthers(ChangeStep.UnlinkOthers<E, C> step) {
        return "unlink others " + name(step.relation()) + ":" + step.parents().size() + " but "
                + step.kept().size();
    }
}
