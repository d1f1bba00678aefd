package com.lotview.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request headers do not arrive within a time, even if bytes keep
 * dripping in. Counts from the opening of the connection or the first byte of the next request. One
 * for each connection; runs on its event loop.
 */
final class HeaderDeadline {
  private final Duration limit;
  private @Nullable ScheduledFuture<?> timer;
  private boolean inRequest;

  private HeaderDeadline(Duration limit) {
    this.limit = limit;
  }

  /** Watches the connection; for plain HTTP/1.1, after the codec was added. */
  static void watch(ChannelPipeline pipeline, Duration limit) {
    HeaderDeadline deadline = new HeaderDeadline(limit);
    pipeline.addFirst("lotview.bytes", deadline.new Bytes());
    if (pipeline.get(NettyPipeline.HttpCodec) != null) {
      pipeline.addAfter(NettyPipeline.HttpCodec, "lotview.requests", deadline.new Requests());
    }
  }

  private void begin(ChannelHandlerContext context) {
    if (timer == null && !inRequest && context.pipeline().get(NettyPipeline.HttpCodec) != null) {
      timer =
          context.executor().schedule(() -> late(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  // The codec is gone once the connection has become a WebSocket. A failed close needs no further
  // action.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void late(ChannelHandlerContext context) {
    if (context.pipeline().get(NettyPipeline.HttpCodec) != null) {
      context.close();
    }
  }

  private void end() {
    ScheduledFuture<?> running = timer;
    if (running != null) {
      running.cancel(false);
      timer = null;
    }
  }

  private final class Bytes extends ChannelDuplexHandler {
    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      begin(context);
      super.channelActive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      begin(context);
      super.channelRead(context, message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      end();
      super.channelInactive(context);
    }
  }

  private final class Requests extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      if (message instanceof HttpRequest) {
        inRequest = true;
        end();
      }
      if (message instanceof LastHttpContent) {
        inRequest = false;
      }
      super.channelRead(context, message);
    }
  }
}
