package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.vehicle.VehicleDraft;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies strictly: unknown fields, numbers in quotes and fractions where whole numbers belong
 * are errors, never rounded or guessed.
 */
@Component
class VehicleForm {
  private final JsonMapper json;

  VehicleForm(JsonMapper json) {
    this.json =
        json.rebuild()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
  }

  /** The whole vehicle. */
  VehicleDraft read(ObjectNode body) {
    try {
      return json.treeToValue(body, VehicleDraft.class);
    } catch (JacksonException e) {
      throw new ServerWebInputException("The body does not fit", null, e);
    }
  }

  /** What the body says laid over the draft: absent keeps, null clears. */
  VehicleDraft overlay(VehicleDraft draft, ObjectNode body) {
    ObjectNode merged = json.valueToTree(draft);
    merged.setAll(body);
    return read(merged);
  }
}
