package com.lotview.kit.outbox;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * A way to a real broker that refuses one produce request in the broker's name, as a broker does
 * while a partition has no leader. All other traffic passes; addresses in answers lead to this way.
 */
final class RefusingWay implements Closeable {
  private final String host;
  private final int port;
  private final ServerSocket door;
  private final Errors refusal;
  private final AtomicInteger toRefuse;

  /**
   * @param refused which produce request is refused, from 1
   */
  RefusingWay(String broker, Errors refusal, int refused) throws IOException {
    this.host = broker.substring(0, broker.indexOf(':'));
    this.port = Integer.parseInt(broker.substring(broker.indexOf(':') + 1));
    this.refusal = refusal;
    this.toRefuse = new AtomicInteger(refused);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket broker = new Socket(host, port);
        Map<Integer, RequestHeader> open = new ConcurrentHashMap<>();
        Thread.ofVirtual().start(() -> requests(client, broker, open));
        Thread.ofVirtual().start(() -> answers(broker, client, open));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private void requests(Socket client, Socket broker, Map<Integer, RequestHeader> open) {
    try (client;
        broker) {
      DataInputStream from = new DataInputStream(client.getInputStream());
      while (true) {
        byte[] frame = read(from);
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        RequestHeader header = RequestHeader.parse(bytes);
        open.put(header.correlationId(), header);
        if (header.apiKey() == ApiKeys.PRODUCE && toRefuse.decrementAndGet() == 0) {
          ProduceRequest request =
              ProduceRequest.parse(new ByteBufferAccessor(bytes), header.apiVersion());
          write(client, answer(request.getErrorResponse(0, refusal.exception()), header));
        } else {
          write(broker, frame);
        }
      }
    } catch (IOException closed) {
      // One of the two has gone, and the other with it.
    }
  }

  private void answers(Socket broker, Socket client, Map<Integer, RequestHeader> open) {
    try (client;
        broker) {
      DataInputStream from = new DataInputStream(broker.getInputStream());
      while (true) {
        byte[] frame = read(from);
        RequestHeader header = open.remove(ByteBuffer.wrap(frame).getInt());
        write(client, header.apiKey() == ApiKeys.METADATA ? leadingHere(frame, header) : frame);
      }
    } catch (IOException closed) {
      // One of the two has gone, and the other with it.
    }
  }

  private byte[] leadingHere(byte[] frame, RequestHeader header) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    ResponseHeader.parse(bytes, header.apiKey().responseHeaderVersion(header.apiVersion()));
    MetadataResponse metadata =
        MetadataResponse.parse(new ByteBufferAccessor(bytes), header.apiVersion());
    metadata.data().brokers().forEach(b -> b.setHost("127.0.0.1").setPort(door.getLocalPort()));
    return answer(metadata, header);
  }

  private static byte[] answer(AbstractResponse response, RequestHeader header) {
    ResponseHeader line = header.toResponseHeader();
    ByteBuffer bytes =
        RequestUtils.serialize(
            line.data(), line.headerVersion(), response.data(), header.apiVersion());
    byte[] frame = new byte[bytes.remaining()];
    bytes.get(frame);
    return frame;
  }

  private static byte[] read(DataInputStream from) throws IOException {
    return from.readNBytes(from.readInt());
  }

  private static void write(Socket to, byte[] frame) throws IOException {
    synchronized (to) {
      DataOutputStream out = new DataOutputStream(to.getOutputStream());
      out.write(ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame).array());
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
