package app;

import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/** The steps of {@link NewEverything}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewEverythingSteps {

    private NewEverythingSteps() {}

    /** Waits for {@link #bytes}. */
    public sealed interface BytesStep permits NewEverything {

        /** Sets {@link Everything_#bytes}. */
        NewEverythingSteps.TagsStep bytes(byte[] bytes);
    }

    /** Waits for {@link #tags}. */
    public sealed interface TagsStep permits NewEverything {

        /** Sets {@link Everything_#tags}. */
        NewEverythingSteps.MoodsStep tags(List<String> tags);
    }

    /** Waits for {@link #moods}. */
    public sealed interface MoodsStep permits NewEverything {

        /** Sets {@link Everything_#moods}. */
        NewEverythingSteps.JsonStep moods(List<Mood> moods);
    }

    /** Waits for {@link #json}. */
    public sealed interface JsonStep permits NewEverything {

        /** Sets {@link Everything_#json}. */
        NewEverythingSteps.NodeStep json(Map<String, List<Integer>> json);
    }

    /** Waits for {@link #node}. */
    public sealed interface NodeStep permits NewEverything {

        /** Sets {@link Everything_#node}. */
        NewEverythingSteps.PriceStep node(JsonNode node);
    }

    /** Waits for {@link #price}. */
    public sealed interface PriceStep permits NewEverything {

        /** Sets {@link Everything_#price}. */
        NewEverythingSteps.EmailStep price(Money price);
    }

    /** Waits for {@link #email}. */
    public sealed interface EmailStep permits NewEverything {

        /** Sets {@link Everything_#email}. */
        NewEverythingSteps.AddressStep email(String email);
    }

    /** Waits for {@link #address}. */
    public sealed interface AddressStep permits NewEverything {

        /** Sets the columns of {@link Everything_#address}. */
        NewEverythingSteps.ModelStep address(Address address);
    }

    /** Waits for {@link #model}. */
    public sealed interface ModelStep permits NewEverything {

        /** Sets {@link Everything_#model}. */
        NewEverythingSteps.DraftStep model(String model);
    }

    /** Waits for {@link #draft}. */
    public sealed interface DraftStep permits NewEverything {

        /** Sets {@link Everything_#draft}. */
        NewEverythingSteps.EntityStep draft(String draft);
    }

    /** Waits for {@link #entity}. */
    public sealed interface EntityStep permits NewEverything {

        /** Sets {@link Everything_#entity}. */
        NewEverything entity(String entity);
    }
}
