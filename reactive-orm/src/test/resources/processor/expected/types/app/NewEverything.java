package app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;
import tools.jackson.databind.JsonNode;

/** A new {@link Everything}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewEverything implements New<Everything>, NewEverythingSteps.BytesStep, NewEverythingSteps.TagsStep, NewEverythingSteps.MoodsStep, NewEverythingSteps.JsonStep, NewEverythingSteps.NodeStep, NewEverythingSteps.PriceStep, NewEverythingSteps.EmailStep, NewEverythingSteps.AddressStep, NewEverythingSteps.ModelStep, NewEverythingSteps.DraftStep, NewEverythingSteps.EntityStep {

    private final Draft<Everything> draft;

    private NewEverything(Draft<Everything> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Everything> draft() {
        return this.draft;
    }

    /** Sets {@link Everything_#name}. */
    public static NewEverythingSteps.BytesStep name(String name) {
        return new NewEverything(Everything_.EVERYTHING.draft().set(Everything_.EVERYTHING.name, name));
    }

    @Override
    public NewEverything bytes(byte[] bytes) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.bytes, bytes));
    }

    @Override
    public NewEverything tags(List<String> tags) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.tags, tags));
    }

    @Override
    public NewEverything moods(List<Mood> moods) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.moods, moods));
    }

    @Override
    public NewEverything json(Map<String, List<Integer>> json) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.json, json));
    }

    @Override
    public NewEverything node(JsonNode node) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.node, node));
    }

    @Override
    public NewEverything price(Money price) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.price, price));
    }

    @Override
    public NewEverything email(String email) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.email, email));
    }

    @Override
    public NewEverything address(Address address) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.address.street, address == null ? null : address.street())
                .set(Everything_.EVERYTHING.address.city, address == null ? null : address.city())
                .set(Everything_.EVERYTHING.address.zip, address == null ? null : address.zip())
                .set(Everything_.EVERYTHING.address.geo.lat, address == null ? null : address.geo() == null ? null : address.geo().lat())
                .set(Everything_.EVERYTHING.address.geo.lon, address == null ? null : address.geo() == null ? null : address.geo().lon()));
    }

    @Override
    public NewEverything model(String model) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.model, model));
    }

    @Override
    public NewEverything draft(String draft) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.draft, draft));
    }

    @Override
    public NewEverything entity(String entity) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.entity, entity));
    }

    /** Sets {@link Everything_#id}. */
    public NewEverything id(UUID id) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.id, id));
    }

    /** Sets {@link Everything_#maybeBytes}. */
    public NewEverything maybeBytes(byte @Nullable [] maybeBytes) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.maybeBytes, maybeBytes));
    }

    /** Sets {@link Everything_#createdAt}. */
    public NewEverything createdAt(Instant createdAt) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.createdAt, createdAt));
    }

    /** Sets {@link Everything_#updatedAt}. */
    public NewEverything updatedAt(Instant updatedAt) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.updatedAt, updatedAt));
    }

    /** Sets {@link Everything_#date}. */
    public NewEverything date(LocalDate date) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.date, date));
    }

    /** Sets {@link Everything_#duration}. */
    public NewEverything duration(Duration duration) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.duration, duration));
    }

    /** Sets {@link Everything_#mood}. */
    public NewEverything mood(Mood mood) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.mood, mood));
    }

    /** Sets {@link Everything_#color}. */
    public NewEverything color(@Nullable Color color) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.color, color));
    }

    /** Sets {@link Everything_#jsonMoney}. */
    public NewEverything jsonMoney(@Nullable Money jsonMoney) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.jsonMoney, jsonMoney));
    }

    /** Sets {@link Everything_#quote}. */
    public NewEverything quote(String quote) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.quote, quote));
    }

    /** Sets the columns of {@link Everything_#extra}. */
    public NewEverything extra(@Nullable Extra extra) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.extra.code, extra == null ? null : extra.code())
                .set(Everything_.EVERYTHING.extra.size, extra == null ? null : extra.size()));
    }
}
