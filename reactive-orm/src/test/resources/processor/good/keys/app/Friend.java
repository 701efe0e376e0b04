package app;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

@Entity
public class Friend {

    @Id
    private int id;

    boolean active;
    private boolean isNew;
    transient int ignored;

    @ManyToMany(table = "follows", key = "follower_id", targetKey = "followed_id")
    Many<Friend> following = Many.notLoaded("Friend", "following");

    @ManyToMany(mappedBy = "following")
    Many<Friend> followers = Many.notLoaded("Friend", "followers");

    public int getId() {
        return id;
    }

    public void setId(int id) {
        this.id = id;
    }

    boolean isNew() {
        return isNew;
    }

    void setNew(boolean isNew) {
        this.isNew = isNew;
    }
}
