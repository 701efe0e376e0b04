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
        return new NewEverything(Everything_.EVERYTHING.draft().set(Everything_.EVERYTHING.name.to(name)));
    }

    @Override
    public NewEverything bytes(byte[] bytes) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.bytes.to(bytes)));
    }

    @Override
    public NewEverything tags(List<String> tags) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.tags.to(tags)));
    }

    @Override
    public NewEverything moods(List<Mood> moods) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.moods.to(moods)));
    }

    @Override
    public NewEverything json(Map<String, List<Integer>> json) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.json.to(json)));
    }

    @Override
    public NewEverything node(JsonNode node) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.node.to(node)));
    }

    @Override
    public NewEverything price(Money price) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.price.to(price)));
    }

    @Override
    public NewEverything email(String email) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.email.to(email)));
    }

    @Override
    public NewEverything address(Address address) {
        return new NewEverything(this.draft.set(
                Everything_.EVERYTHING.address.street.to(address.street()),
                Everything_.EVERYTHING.address.city.to(address.city()),
                Everything_.EVERYTHING.address.zip.to(address.zip()),
                Everything_.EVERYTHING.address.geo.lat.to(address.geo().lat()),
                Everything_.EVERYTHING.address.geo.lon.to(address.geo().lon())));
    }

    @Override
    public NewEverything model(String model) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.model.to(model)));
    }

    @Override
    public NewEverything draft(String draft) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.draft.to(draft)));
    }

    @Override
    public NewEverything entity(String entity) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.entity.to(entity)));
    }

    /** Sets {@link Everything_#id}. */
    public NewEverything id(UUID id) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.id.to(id)));
    }

    /** Sets {@link Everything_#maybeBytes}. */
    public NewEverything maybeBytes(byte @Nullable [] maybeBytes) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.maybeBytes.to(maybeBytes)));
    }

    /** Sets {@link Everything_#createdAt}. */
    public NewEverything createdAt(Instant createdAt) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.createdAt.to(createdAt)));
    }

    /** Sets {@link Everything_#updatedAt}. */
    public NewEverything updatedAt(Instant updatedAt) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.updatedAt.to(updatedAt)));
    }

    /** Sets {@link Everything_#date}. */
    public NewEverything date(LocalDate date) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.date.to(date)));
    }

    /** Sets {@link Everything_#duration}. */
    public NewEverything duration(Duration duration) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.duration.to(duration)));
    }

    /** Sets {@link Everything_#mood}. */
    public NewEverything mood(Mood mood) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.mood.to(mood)));
    }

    /** Sets {@link Everything_#color}. */
    public NewEverything color(@Nullable Color color) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.color.to(color)));
    }

    /** Sets {@link Everything_#jsonMoney}. */
    public NewEverything jsonMoney(@Nullable Money jsonMoney) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.jsonMoney.to(jsonMoney)));
    }

    /** Sets {@link Everything_#quote}. */
    public NewEverything quote(String quote) {
        return new NewEverything(this.draft.set(Everything_.EVERYTHING.quote.to(quote)));
    }

    /** Sets the columns of {@link Everything_#extra}. */
    public NewEverything extra(@Nullable Extra extra) {
        return new NewEverything(this.draft.set(
                Everything_.EVERYTHING.extra.code.to(extra == null ? null : extra.code()),
                Everything_.EVERYTHING.extra.size.to(extra == null ? null : extra.size())));
    }
}
