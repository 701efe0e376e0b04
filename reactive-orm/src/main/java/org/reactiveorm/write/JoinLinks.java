package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.write.ChangeStep.UnlinkOthers;
import org.reactiveorm.write.ChangeStep.UnlinkRows;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.RelatedPlanner.Wanted;
import org.reactiveorm.write.RelatedUpdates.NewRelated;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Relates rows by rows of a join table.
 *
 * @param planner what the steps are added to
 * @param relation the relation
 * @param <E> the parents
 * @param <C> the related rows
 */
record JoinLinks<E, C>(WritePlanner planner, ToManyThrough<E, C> relation) implements Links<E, C> {

    private RowLookup<C> lookup() {
        return new RowLookup<>(planner, relation);
    }

    private List<RowLink> links(List<Chosen<C>> rows, Absence absence) {
        List<RowId> found = lookup().find(
                        rows.stream().map(Chosen::match).toList(),
                        rows.stream().map(row -> Premise.of(row.parent())).toList(),
                        absence);
        List<RowLink> links = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            links.add(new RowLink(rows.get(i).parent(), found.get(i)));
        }
        return links;
    }

    private void link(List<RowLink> links) {
        planner.add(new LinkRows<>(
                relation.joinTable(), relation.sourceKey(), relation.link().targetKey(), links));
    }

    @Override
    public void disconnect(List<Chosen<C>> rows) {
        planner.add(new UnlinkRows<>(relation, links(rows, Absence.IS_FINE)));
    }

    @Override
    public void disconnectOthers(List<RowId> parents, List<Chosen<C>> kept) {
        planner.add(new UnlinkOthers<>(relation, parents, links(kept, Absence.IS_FINE)));
    }

    @Override
    public void connect(List<Chosen<C>> rows) {
        planner.connected(Connection.of(relation));
        link(links(rows, Absence.FAILS));
    }

    @Override
    public void connectOrCreate(List<Wanted<Attachment.ConnectOrCreate<E, C>>> rows) {
        List<RowId> settled = lookup().findOrMake(
                        rows.stream().map(each -> each.what().row()).toList(),
                        i -> new PendingRow<>(
                                rows.get(i).what().draft(), rows.get(i).premise()))
                .settled();
        List<RowLink> links = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            links.add(new RowLink(rows.get(i).parent(), settled.get(i)));
        }
        link(links);
    }

    @Override
    public void create(List<NewRelated<C>> rows) {
        int step = planner.insert(
                relation.target(), rows.stream().map(NewRelated::row).toList());
        List<RowLink> links = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            links.add(new RowLink(rows.get(i).parent(), new RowId(step, i)));
        }
        link(links);
    }
}
