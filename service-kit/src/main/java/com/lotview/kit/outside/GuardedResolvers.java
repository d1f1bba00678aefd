package com.lotview.kit.outside;

import com.lotview.kit.outside.OutsideCallFailed.Reason;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Resolves names as another resolver does and hands out allowed addresses only. The connection is
 * opened to an address that was handed out, so no second answer of the name server can lead it
 * elsewhere. Literal addresses pass through here as well.
 */
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {
  private final AddressResolverGroup<InetSocketAddress> names;
  private final PublicNetworks networks;

  GuardedResolvers(AddressResolverGroup<InetSocketAddress> names, PublicNetworks networks) {
    this.names = names;
    this.networks = networks;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new Guarded(executor, names.getResolver(executor));
  }

  @Override
  public void close() {
    super.close();
    names.close();
  }

  private final class Guarded extends AbstractAddressResolver<InetSocketAddress> {
    private final AddressResolver<InetSocketAddress> inner;

    private Guarded(EventExecutor executor, AddressResolver<InetSocketAddress> inner) {
      super(executor, InetSocketAddress.class);
      this.inner = inner;
    }

    // Netty connects to an address that counts as resolved without asking the resolver, so none
    // counts as resolved.
    @Override
    protected boolean doIsResolved(InetSocketAddress address) {
      return false;
    }

    @Override
    protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
      Promise<List<InetSocketAddress>> all = executor().newPromise();
      all.addListener(done -> {
        if (done.isSuccess()) {
          promise.trySuccess(all.getNow().getFirst());
        } else {
          promise.tryFailure(done.cause());
        }
      });
      doResolveAll(address, all);
    }

    @Override
    protected void doResolveAll(
        InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
      if (!address.isUnresolved()) {
        choose(List.of(address), promise);
        return;
      }
      inner
          .resolveAll(address)
          .addListener(done -> {
            if (done.isSuccess()) {
              choose(found(done.getNow()), promise);
            } else {
              promise.tryFailure(
                  new OutsideCallFailed(Reason.UNREACHABLE, "The name has no address"));
            }
          });
    }

    @SuppressWarnings("unchecked")
    private static List<InetSocketAddress> found(Object addresses) {
      return (List<InetSocketAddress>) addresses;
    }

    private void choose(List<InetSocketAddress> found, Promise<List<InetSocketAddress>> promise) {
      List<InetSocketAddress> good =
          found.stream().filter(one -> networks.allow(one.getAddress())).toList();
      if (good.isEmpty()) {
        promise.tryFailure(
            new OutsideCallFailed(
                Reason.REFUSED, "The address leads into a network that is not public"));
      } else {
        promise.trySuccess(good);
      }
    }
  }
}
