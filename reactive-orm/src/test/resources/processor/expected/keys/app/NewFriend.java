package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Friend}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewFriend implements New<Friend>, NewFriendSteps.ActiveStep, NewFriendSteps.IsNewStep {

    private final Draft<Friend> draft;

    private NewFriend(Draft<Friend> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Friend> draft() {
        return this.draft;
    }

    /** Sets {@link Friend_#id}. */
    public static NewFriendSteps.ActiveStep id(int id) {
        return new NewFriend(Friend_.FRIEND.draft().set(Friend_.FRIEND.id, id));
    }

    @Override
    public NewFriend active(boolean active) {
        return new NewFriend(this.draft.set(Friend_.FRIEND.active, active));
    }

    @Override
    public NewFriend isNew(boolean isNew) {
        return new NewFriend(this.draft.set(Friend_.FRIEND.isNew, isNew));
    }

    /** Creates {@link Friend_#following} together with it. */
    public NewFriend following(NewFriend... following) {
        return new NewFriend(this.draft.create(Friend_.FRIEND.following, List.of(following)));
    }

    /** Creates {@link Friend_#following} together with it. */
    public NewFriend following(Collection<? extends NewFriend> following) {
        return new NewFriend(this.draft.create(Friend_.FRIEND.following, following));
    }

    /** Creates {@link Friend_#followers} together with it. */
    public NewFriend followers(NewFriend... followers) {
        return new NewFriend(this.draft.create(Friend_.FRIEND.followers, List.of(followers)));
    }

    /** Creates {@link Friend_#followers} together with it. */
    public NewFriend followers(Collection<? extends NewFriend> followers) {
        return new NewFriend(this.draft.create(Friend_.FRIEND.followers, followers));
    }

    /** Creates or connects related rows together with it. */
    public NewFriend with(Attachment<Friend, ?> attachment) {
        return new NewFriend(this.draft.with(attachment));
    }
}
