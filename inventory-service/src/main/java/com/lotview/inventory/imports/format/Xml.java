package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML as a stream. A document type ends the reading: entities of it can do harm. */
final class Xml {
  // The platform's own, whatever else is on the class path.
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  /** Handles one event. */
  interface Handler {
    void handle(int event, XMLStreamReader reader) throws XMLStreamException;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver((publicId, system, base, namespace) -> {
      throw new XMLStreamException("an outside entity");
    });
    return factory;
  }

  static void read(Source source, Handler handler) {
    try (InputStream in = Packed.buffered(source)) {
      read(in, handler);
    } catch (IOException e) {
      throw new UnreadableFileException("cannot be read: " + e.getMessage());
    }
  }

  static void read(InputStream in, Handler handler) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new UnreadableFileException(
              "is XML with a document type of its own (DTD), which is not read");
        }
        handler.handle(event, reader);
      }
      reader.close();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new UnreadableFileException(
          "is XML with a fault in line " + line + ": " + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static String firstLine(String message) {
    return message
        .replaceFirst("(?s)^ParseError at .*?Message: ", "")
        .lines()
        .findFirst()
        .orElse("");
  }

  /** The name without its prefix: {@code g:price} is {@code price}. */
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
