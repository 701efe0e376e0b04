package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Comment}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewComment implements New<Comment>, NewCommentSteps.WithoutPostAndAuthor, NewCommentSteps.WithoutAuthor, NewCommentSteps.WithoutPost {

    private final Draft<Comment> draft;

    private NewComment(Draft<Comment> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Comment> draft() {
        return this.draft;
    }

    /** Sets {@link Comment_#text}. */
    public static NewCommentSteps.WithoutPostAndAuthor text(String text) {
        return new NewComment(Comment_.COMMENT.draft().set(Comment_.COMMENT.text, text));
    }

    @Override
    public NewComment postId(long postId) {
        return new NewComment(this.draft.set(Comment_.COMMENT.postId, postId));
    }

    @Override
    public NewComment post(NewPost post) {
        return new NewComment(this.draft.create(Comment_.COMMENT.post, post));
    }

    @Override
    public NewComment post(Attachment<Comment, Post> post) {
        return new NewComment(this.draft.with(Comment_.COMMENT.post, post));
    }

    @Override
    public NewComment authorId(long authorId) {
        return new NewComment(this.draft.set(Comment_.COMMENT.authorId, authorId));
    }

    @Override
    public NewComment author(NewUser author) {
        return new NewComment(this.draft.create(Comment_.COMMENT.author, author));
    }

    @Override
    public NewComment author(Attachment<Comment, User> author) {
        return new NewComment(this.draft.with(Comment_.COMMENT.author, author));
    }

    @Override
    public NewComment id(long id) {
        return new NewComment(this.draft.set(Comment_.COMMENT.id, id));
    }

    @Override
    public NewComment editorId(@Nullable Long editorId) {
        return new NewComment(this.draft.set(Comment_.COMMENT.editorId, editorId));
    }

    @Override
    public NewComment editor(NewUser editor) {
        return new NewComment(this.draft.create(Comment_.COMMENT.editor, editor));
    }

    @Override
    public NewComment with(Attachment<Comment, ?> attachment) {
        return new NewComment(this.draft.with(attachment));
    }
}
