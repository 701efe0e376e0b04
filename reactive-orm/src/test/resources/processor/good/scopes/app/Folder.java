package app;

import java.util.UUID;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.SoftDelete;
import org.reactiveorm.annotation.TenantId;

@Entity
public class Folder {

    @Id
    private long id;

    @TenantId
    private UUID owner = new UUID(0, 0);

    @SoftDelete
    private boolean gone;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public UUID getOwner() {
        return owner;
    }

    public void setOwner(UUID owner) {
        this.owner = owner;
    }

    public boolean isGone() {
        return gone;
    }

    public void setGone(boolean gone) {
        this.gone = gone;
    }
}
