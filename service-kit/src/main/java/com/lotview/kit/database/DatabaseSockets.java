package com.lotview.kit.database;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollSocketChannelConfig;
import java.time.Duration;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;

/**
 * The event loops that all clients share, with sockets that detect a server which vanished without
 * closing its connections: sent data must be acknowledged within 15 seconds, and a silent
 * connection is probed every 30 seconds. The kernel's own limits are 15 minutes and two hours.
 * Linux only; other systems keep their defaults.
 *
 * <p>Source: tcp(7), TCP_USER_TIMEOUT and TCP_KEEPIDLE.
 */
public final class DatabaseSockets implements LoopResources {
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(15);
  private static final int IDLE_SECONDS = 30;
  private static final int PROBE_SECONDS = 5;
  private static final int PROBES = 3;

  private final LoopResources shared = TcpResources.get();

  @Override
  public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
    C channel = shared.onChannel(type, group);
    if (channel instanceof EpollSocketChannel socket) {
      EpollSocketChannelConfig config = socket.config();
      config.setTcpUserTimeout(Math.toIntExact(UNACKNOWLEDGED.toMillis()));
      config.setTcpKeepIdle(IDLE_SECONDS);
      config.setTcpKeepIntvl(PROBE_SECONDS);
      config.setTcpKeepCnt(PROBES);
    }
    return channel;
  }

  @Override
  public <C extends Channel> Class<? extends C> onChannelClass(
      Class<C> type, EventLoopGroup group) {
    return shared.onChannelClass(type, group);
  }

  @Override
  public EventLoopGroup onClient(boolean useNative) {
    return shared.onClient(useNative);
  }

  @Override
  public EventLoopGroup onServer(boolean useNative) {
    return shared.onServer(useNative);
  }

  @Override
  public EventLoopGroup onServerSelect(boolean useNative) {
    return shared.onServerSelect(useNative);
  }

  @Override
  public boolean daemon() {
    return shared.daemon();
  }
}
