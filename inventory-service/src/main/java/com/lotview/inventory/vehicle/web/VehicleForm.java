package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.vehicle.VehicleDraft;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies as a tree first, to distinguish an absent field from null; strictly, by the kit's
 * rules.
 */
@Component
public class VehicleForm {
  private final JsonMapper json;

  VehicleForm(JsonMapper json) {
    this.json = json;
  }

  /** The whole vehicle. */
  public VehicleDraft read(ObjectNode body) {
    try {
      return json.treeToValue(body, VehicleDraft.class);
    } catch (JacksonException e) {
      throw new ServerWebInputException("The body does not fit", null, e);
    }
  }

  /** The body's fields applied to the draft: an absent field keeps the value, null clears it. */
  public VehicleDraft overlay(VehicleDraft draft, ObjectNode body) {
    ObjectNode merged = json.valueToTree(draft);
    merged.setAll(body);
    return read(merged);
  }
}
