package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link User}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewUser implements New<User>, NewUserSteps.EmailStep {

    private final Draft<User> draft;

    private NewUser(Draft<User> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<User> draft() {
        return this.draft;
    }

    /** Sets {@link User_#username}. */
    public static NewUserSteps.EmailStep username(String username) {
        return new NewUser(User_.USER.draft().set(User_.USER.username, username));
    }

    @Override
    public NewUser email(String email) {
        return new NewUser(this.draft.set(User_.USER.email, email));
    }

    /** Sets {@link User_#id}. */
    public NewUser id(long id) {
        return new NewUser(this.draft.set(User_.USER.id, id));
    }

    /** Sets {@link User_#age}. */
    public NewUser age(@Nullable Integer age) {
        return new NewUser(this.draft.set(User_.USER.age, age));
    }

    /** Sets {@link User_#isVerified}. */
    public NewUser isVerified(boolean isVerified) {
        return new NewUser(this.draft.set(User_.USER.isVerified, isVerified));
    }

    /** Creates {@link User_#posts} together with it. */
    public NewUser posts(NewPostSteps.WithoutUser... posts) {
        return new NewUser(this.draft.create(User_.USER.posts, List.of(posts)));
    }

    /** Creates {@link User_#posts} together with it. */
    public NewUser posts(Collection<? extends NewPostSteps.WithoutUser> posts) {
        return new NewUser(this.draft.create(User_.USER.posts, posts));
    }

    /** Creates or connects related rows together with it. */
    public NewUser with(Attachment<User, ?> attachment) {
        return new NewUser(this.draft.with(attachment));
    }
}
