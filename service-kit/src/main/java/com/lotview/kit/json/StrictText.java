package com.lotview.kit.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Refuses text that no database can store, in fields and in trees. */
final class StrictText {
  private StrictText() {}

  static JacksonModule module() {
    return new SimpleModule("strict texts")
        .addDeserializer(String.class, new Texts())
        .addDeserializer(JsonNode.class, trees(JsonNode.class))
        .addDeserializer(ObjectNode.class, trees(ObjectNode.class));
  }

  @SuppressWarnings("unchecked")
  private static <T extends JsonNode> ValueDeserializer<T> trees(Class<T> type) {
    return (ValueDeserializer<T>)
        (ValueDeserializer<?>) new Trees(JsonNodeDeserializer.getDeserializer(type));
  }

  private static final class Texts extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      if (text != null && !StorableText.isStorable(text)) {
        throw new StorableText.Refused(parser);
      }
      return text;
    }
  }

  private static final class Trees extends DelegatingDeserializer {
    Trees(ValueDeserializer<?> tree) {
      super(tree);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> tree) {
      return new Trees(tree);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      Object tree = super.deserialize(parser, context);
      if (tree instanceof JsonNode node) {
        check(node, parser);
      }
      return tree;
    }

    private static void check(JsonNode node, JsonParser parser) {
      if (node.isString() && !StorableText.isStorable(node.stringValue())) {
        throw new StorableText.Refused(parser);
      }
      node.properties().forEach(field -> step(field.getValue(), node, field.getKey(), parser));
      for (int at = 0; node.isArray() && at < node.size(); at++) {
        check(node.get(at), parser);
      }
    }

    private static void step(JsonNode value, JsonNode owner, String name, JsonParser parser) {
      try {
        check(value, parser);
      } catch (StorableText.Refused e) {
        throw e.prependPath(owner, name);
      }
    }
  }
}
