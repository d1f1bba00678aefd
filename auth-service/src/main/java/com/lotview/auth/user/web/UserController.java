package com.lotview.auth.user.web;

import com.lotview.auth.user.Erasure;
import com.lotview.auth.user.User;
import com.lotview.auth.user.UserChange;
import com.lotview.auth.user.UserQuery;
import com.lotview.auth.user.UserState;
import com.lotview.auth.user.Users;
import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.kit.web.Pagination;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The people of a dealership. */
@RestController
@RequestMapping("/v1/users")
class UserController {
  private static final int MAX_NAME = 100;
  private static final String ONE_LINE = "\\P{Cntrl}*";
  private static final String NOT_ONE_LINE = "must be one line of text";

  private final Users users;
  private final Erasure erasure;

  UserController(Users users, Erasure erasure) {
    this.users = users;
    this.erasure = erasure;
  }

  /** Body of an invitation. */
  record InviteRequest(
      @NotBlank(message = "is required")
          @Email(message = "must be an e-mail address")
          @Size(max = 254, message = "must have at most 254 characters")
          String email,
      @NotBlank(message = "is required")
          @Size(max = MAX_NAME, message = "must have at most 100 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String firstName,
      @NotNull(message = "is required")
          @Size(max = MAX_NAME, message = "must have at most 100 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String lastName,
      @NotNull(message = "is required") Role role) {

    Users.Invitee invitee() {
      return new Users.Invitee(email, firstName, lastName, role);
    }
  }

  /** Body of a change; what is missing stays. */
  record UserChangeRequest(
      @Nullable
          @Size(min = 1, max = MAX_NAME, message = "must have 1 to 100 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String firstName,
      @Nullable
          @Size(max = MAX_NAME, message = "must have at most 100 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String lastName,
      @Nullable Role role,
      @Nullable Boolean active) {

    UserChange change() {
      return new UserChange(firstName, lastName, role, active);
    }
  }

  /** A page of users. */
  record UserList(List<User> data, Pagination pagination) {}

  @GetMapping
  Mono<UserList> list(
      Caller caller,
      @RequestParam(defaultValue = "") Set<UserState> state,
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false) @Nullable @ApiField(maxLength = UserQuery.MAX_SEARCH)
          String search,
      @RequestParam(defaultValue = "1") @ApiField(min = 1, max = UserQuery.MAX_PAGE) int page,
      @RequestParam(defaultValue = "50") @ApiField(min = 1, max = UserQuery.MAX_LIMIT) int limit) {
    caller.require(Permission.USERS_MANAGE);
    return users
        .list(caller.dealershipId(), new UserQuery(state, role, search, page, limit))
        .map(found -> new UserList(found.users(), Pagination.of(page, limit, found.total())));
  }

  @GetMapping("/{id}")
  Mono<User> user(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
    caller.require(Permission.USERS_MANAGE);
    return told(users.find(caller.dealershipId(), id), exchange);
  }

  @PostMapping
  Mono<ResponseEntity<User>> invite(Caller caller, @Valid @RequestBody InviteRequest request) {
    caller.require(Permission.USERS_MANAGE);
    return users
        .invite(caller, request.invitee())
        .map(user -> ResponseEntity.created(URI.create("/v1/users/" + user.id())).body(user));
  }

  @PostMapping("/{id}/invitation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<User> inviteAgain(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.USERS_MANAGE);
    return users.inviteAgain(caller, id);
  }

  @PatchMapping("/{id}")
  Mono<User> change(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody UserChangeRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.USERS_MANAGE);
    return told(users.change(caller, id, request.change(), EntityTag.expected(ifMatch)), exchange);
  }

  private static Mono<User> told(Mono<User> user, ServerWebExchange exchange) {
    return user.doOnNext(found -> EntityTag.tell(exchange, found.updatedAt()));
  }

  /** Deactivates a person; records of the person's acts stay. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> deactivate(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.USERS_MANAGE);
    return users
        .change(caller, id, new UserChange(null, null, null, false), ExpectedVersion.ANY)
        .then();
  }

  /** Erases what says who a deactivated person was; records of the person's acts stay. */
  @PostMapping("/{id}/erasure")
  Mono<User> erase(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.USERS_MANAGE);
    return erasure.erase(caller, id);
  }
}
