package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.write.RelatedUpdates.NewRelated;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Plans how rows become related to parents, and cease to be, by a relation whose key is not in the parents.
 *
 * @param <E> the parents
 * @param <C> the related rows
 */
interface Links<E, C> {

    /** These rows are not related any more. */
    void disconnect(List<Chosen<C>> rows);

    /** No rows of these parents are related any more, but for those that are kept. */
    void disconnectOthers(List<RowId> parents, List<Chosen<C>> kept);

    /** These rows become related; they have to be there. */
    void connect(List<Chosen<C>> rows);

    /** Rows become related, and are made where they are not there. */
    void connectOrCreate(List<RelatedPlanner.Wanted<Attachment.ConnectOrCreate<E, C>>> rows);

    /** New rows that are related. */
    void create(List<NewRelated<C>> rows);
}
