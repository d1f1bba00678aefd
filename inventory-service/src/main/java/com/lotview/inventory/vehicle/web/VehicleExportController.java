package com.lotview.inventory.vehicle.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.vehicle.export.ExportColumn;
import com.lotview.inventory.vehicle.export.ExportFormat;
import com.lotview.inventory.vehicle.export.TableWriter;
import com.lotview.inventory.vehicle.export.VehicleExport;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/export}. */
@RestController
@RequestMapping("/v1/vehicles/export")
class VehicleExportController {
  private static final String FORMAT = "format";
  private static final Set<String> NAMES =
      Stream.concat(VehicleListParameters.NAMES.stream(), Stream.of(FORMAT))
          .collect(Collectors.toUnmodifiableSet());

  private final VehicleExport export;
  private final ListRequests requests;

  VehicleExportController(VehicleExport export, ListRequests requests) {
    this.export = export;
    this.requests = requests;
  }

  @GetMapping
  Mono<ResponseEntity<Flux<DataBuffer>>> export(
      Caller caller,
      VehicleListParameters parameters,
      @RequestParam(defaultValue = "csv") @ApiField(words = {"csv", "xlsx"}) String format,
      ServerWebExchange exchange) {
    caller.require(Permission.VEHICLES_READ);
    QueryParameters.only(exchange, NAMES);
    ExportFormat kind = format(format);
    UUID dealership = caller.dealershipId();
    boolean internal = caller.permits(Permission.VEHICLES_COSTS);
    return requests
        .asked(dealership, parameters)
        .map(asked -> {
          TableWriter writer = kind.writer(ExportColumn.all(internal));
          Flux<DataBuffer> file = file(dealership, asked.query(), writer);
          return answer(kind, asked.now().toLocalDate(), file);
        });
  }

  private Flux<DataBuffer> file(UUID dealership, VehicleQuery query, TableWriter writer) {
    return export
        .all(dealership, query)
        .map(writer::rows)
        .concatWith(Mono.fromSupplier(writer::end))
        .filter(bytes -> bytes.length > 0)
        .map(DefaultDataBufferFactory.sharedInstance::wrap);
  }

  private static ResponseEntity<Flux<DataBuffer>> answer(
      ExportFormat format, LocalDate today, Flux<DataBuffer> file) {
    ContentDisposition attachment =
        ContentDisposition.attachment().filename("vehicles-" + today + "." + format.wire()).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file);
  }

  private static ExportFormat format(String wire) {
    return Arrays.stream(ExportFormat.values())
        .filter(format -> format.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> RefusalException.invalid(FORMAT, "must be csv or xlsx"));
  }
}
