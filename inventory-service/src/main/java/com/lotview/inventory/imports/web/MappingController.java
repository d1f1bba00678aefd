package com.lotview.inventory.imports.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.imports.ColumnMappings;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.ColumnUse;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.upload.FileParts;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How columns are interpreted: shown before an import, and corrected for later ones. */
@RestController
class MappingController {
  private static final long MAX_BYTES = 20L * 1024 * 1024;
  private static final String FIELD = "file";

  private final ColumnMappings mappings;

  MappingController(ColumnMappings mappings) {
    this.mappings = mappings;
  }

  @GetMapping("/v1/vehicles/import/mappings")
  Mono<Mapped> learned(Caller caller) {
    caller.require(Permission.VEHICLES_WRITE);
    return mappings.learned(caller).map(Mapped::of);
  }

  @PutMapping("/v1/vehicles/import/mappings")
  Mono<Mapped> replace(Caller caller, @Valid @RequestBody ReplaceMappingsRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    return mappings.replace(caller, request.byHeader()).map(Mapped::of);
  }

  @PostMapping(path = "/v1/vehicles/import/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<Preview> preview(
      Caller caller, @RequestBody @ApiBody(PreviewForm.class) Flux<PartEvent> body) {
    caller.require(Permission.VEHICLES_WRITE);
    return Mono.usingWhen(
        Spool.create(),
        spool ->
            FileParts.form(body, FIELD, Set.of(), MAX_BYTES, spool)
                .flatMap(form -> mappings.interpreted(caller, form.file().path()))
                .map(Preview::of)
                .onErrorMap(
                    UnreadableFileException.class,
                    e -> RefusalException.invalid(FIELD, String.valueOf(e.getMessage()))),
        Spool::remove);
  }

  /** The parts of an upload. */
  record PreviewForm(@ApiField(required = true) ByteBuffer file) {}

  /**
   * How each column is interpreted.
   *
   * @param refusal why the import would refuse the whole file; null if it would not
   */
  record Preview(List<ColumnUse> columns, @Nullable String refusal) {
    static Preview of(ColumnMappings.Interpreted file) {
      return new Preview(file.columns(), file.refusal());
    }
  }

  /**
   * All corrections of columns; they replace earlier ones. If a header occurs twice, its last entry
   * counts.
   */
  record ReplaceMappingsRequest(
      @NotNull(message = "is required") @Valid
          List<@NotNull(message = "is required") @Valid ColumnMeaning> columns) {
    Map<String, String> byHeader() {
      Map<String, String> fields = new LinkedHashMap<>();
      columns.forEach(one -> fields.put(one.column(), one.field()));
      return fields;
    }
  }

  /**
   * What a column means.
   *
   * @param column its header
   * @param field of the API, or none
   */
  record ColumnMeaning(
      @NotNull(message = "is required") String column,
      @NotNull(message = "is required") String field) {}

  /**
   * The corrections of columns.
   *
   * @param columns by header, in small letters without blanks and marks
   * @param fields what may be said
   */
  record Mapped(Map<String, String> columns, List<String> fields) {
    static Mapped of(Learned learned) {
      return new Mapped(learned.fields(), Learned.choices());
    }
  }
}
