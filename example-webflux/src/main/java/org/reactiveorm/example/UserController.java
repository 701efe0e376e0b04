package org.reactiveorm.example;

import static org.reactiveorm.example.Post_.POST;
import static org.reactiveorm.example.User_.USER;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.DeleteSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpdateSpec;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users: created with their posts in one transaction, read with or without them, listed, changed, deleted, streamed. */
@RestController
@RequestMapping("/users")
class UserController {

    private final ReactiveOrm orm;
    private final UserChanges changes;

    UserController(ReactiveOrm orm, UserChanges changes) {
        this.orm = orm;
        this.changes = changes;
    }

    @PostMapping
    Mono<ResponseEntity<User>> create(@Valid @RequestBody UserForm form) {
        return orm.insert(form.toNewUser())
                .include(USER.posts)
                .oneOrFail()
                .map(user -> ResponseEntity.created(URI.create("/users/" + user.id()))
                        .body(user));
    }

    /** {@code ?include=posts} */
    @GetMapping("/{id}")
    Mono<ResponseEntity<User>> user(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters) {
        Mono<User> found = Listing.only("include", USER, parameters)
                .includedIn(orm.find(USER).byId(id))
                .oneOrFail();
        // the version does not tell whether posts have changed
        return parameters.isEmpty() ? found.map(UserVersion::tagged) : found.map(ResponseEntity::ok);
    }

    /** {@code ?age.gte=18&username.startsWith=a&sort=-age,username&page=0&size=20&include=posts} */
    @GetMapping
    Mono<Page<User>> users(@RequestParam MultiValueMap<String, String> parameters) {
        return Listing.of(USER, parameters).page(orm.find(USER));
    }

    /** As many as there are, each sent when the database has given it and the client has room for it. */
    @GetMapping(
            path = "/stream",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    Flux<User> stream() {
        return orm.find(USER).orderBy(USER.id.asc()).all();
    }

    /** Who replaces a user has to have seen him: without {@code If-Match} it is a 428. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<User>> replace(
            @PathVariable long id,
            @Valid @RequestBody UserForm form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (ifMatch == null) {
            return Mono.error(Precondition::required);
        }
        return form.in(seen(id, ifMatch)).oneOrFail().map(UserVersion::tagged);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<User>> change(
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changes.in(seen(id, ifMatch), fields).oneOrFail().map(UserVersion::tagged);
    }

    private UpdateSpec<User> seen(long id, @Nullable String ifMatch) {
        UpdateSpec<User> update = orm.update(USER).byId(id);
        Long version = UserVersion.expected(ifMatch);
        return version == null ? update : update.ifVersion(version);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        DeleteSpec<User> delete = orm.delete(USER).byId(id);
        Long version = UserVersion.expected(ifMatch);
        return (version == null ? delete : delete.ifVersion(version))
                .oneOrFail()
                .then();
    }

    /** The user is asked for too, so that one who does not exist is a 404 and not an empty list. */
    @GetMapping("/{id}/posts")
    Mono<List<Post>> posts(@PathVariable long id) {
        return orm.find(USER)
                .byId(id)
                .include(USER.posts.orderBy(POST.createdAt.desc(), POST.id.desc()))
                .oneOrFail()
                .map(user -> user.posts().list());
    }

    @PostMapping("/{id}/posts")
    Mono<ResponseEntity<Post>> write(@PathVariable long id, @Valid @RequestBody PostForm form) {
        return orm.insert(form.toNewPost().userId(id))
                .oneOrFail()
                .onErrorMap(ForeignKeyViolationException.class, error -> new NoSuchUser(id))
                .map(post -> ResponseEntity.created(URI.create("/posts/" + post.id()))
                        .body(post));
    }
}
