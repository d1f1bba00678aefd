package com.lotview.standalone.client;

import com.lotview.standalone.client.ApiClient.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A multipart/form-data body (RFC 7578). */
final class MultipartBody {
  private MultipartBody() {}

  static List<byte[]> parts(String boundary, String name, List<Upload> files) {
    List<byte[]> parts = new ArrayList<>();
    for (Upload file : files) {
      parts.add(
          bytes(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                  .formatted(boundary, name, file.fileName(), file.contentType())));
      parts.add(file.content());
      parts.add(bytes("\r\n"));
    }
    parts.add(bytes("--" + boundary + "--\r\n"));
    return parts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
