package com.lotview.inventory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each format becomes. */
class StockTablesTest {
  private static final String CSV = "Stock,Year,Make,Model\nA1,2020,Kia,Rio\n";

  @Test
  void a_workbook_gives_its_first_visible_sheet_below_the_title() {
    Table table =
        read(
            Workbooks.xlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>2</v></c>"
                    + "<c r=\"C3\" t=\"s\"><v>3</v></c><c r=\"D3\" t=\"s\"><v>4</v></c></row>"
                    + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>007</t></is></c>"
                    + "<c r=\"B4\"><v>2019</v></c><c r=\"C4\"><v>3.99985E4</v></c>"
                    + "<c r=\"D4\" s=\"1\"><v>45500</v></c></row>",
                "Stock of today",
                "Stock",
                "Year",
                "Price",
                "Stocked"));

    assertThat(table.header()).containsExactly("Stock", "Year", "Price", "Stocked");
    assertThat(table.rows().getFirst().line()).isEqualTo(4);
    assertThat(table.rows().getFirst().cells())
        .containsExactly("007", "2019", "39998.5", "2024-07-27");
  }

  @Test
  void an_old_workbook_is_read_as_well() {
    Table table =
        read(
            Workbooks.xls(
                new Object[] {"Stock", "Year", "Price", "Stocked"},
                new Object[] {"A1", 2019, 39998.5, LocalDate.of(2024, 7, 27)}));

    assertThat(table.header()).containsExactly("Stock", "Year", "Price", "Stocked");
    assertThat(table.rows().getFirst().cells())
        .containsExactly("A1", "2019", "39998.5", "2024-07-27");
  }

  @Test
  void json_gives_the_array_with_the_most_objects_wherever_it_stands() {
    Table table =
        read(
            """
            {"dealer": {"staff": [{"name": "Ann"}]},
             "data": {"vehicles": [
               {"stock": "A1", "year": 2020, "mileage": {"value": 70914, "unit": "KM"},
                "image": [{"url": "https://a/1.jpg"}, {"url": "https://a/2.jpg"}],
                "options": ["Hitch", "Roof"], "price": null},
               {"stock": "A2", "year": "2021"}]}}
            """);

    assertThat(table.header())
        .containsExactly(
            "stock",
            "year",
            "mileage.value",
            "mileage.unit",
            "image[0].url",
            "image[1].url",
            "options");
    assertThat(table.rows().getFirst().cells())
        .containsExactly(
            "A1", "2020", "70914", "KM", "https://a/1.jpg", "https://a/2.jpg", "Hitch|Roof");
    assertThat(table.rows().get(1).cells()).startsWith("A2", "2021", "");
    assertThat(table.rows().get(1).line()).isEqualTo(6);
  }

  @Test
  void one_object_alone_is_one_vehicle() {
    assertThat(read("{\"stock\": \"A1\", \"year\": 2020}").rows()).hasSize(1);
  }

  @Test
  void rss_gives_items_and_a_value_under_two_prefixes_once() {
    Table table =
        read(
            """
            <rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title><link>x</link>
            <description>y</description>
            <item><g:id>A1</g:id><g:title>One</g:title><title>One</title><g:price>1 USD</g:price>
            <g:additional_image_link>https://a/1</g:additional_image_link>
            <g:additional_image_link>https://a/2</g:additional_image_link>
            <mileage><value>5</value><unit>KM</unit></mileage></item>
            </channel></rss>
            """);

    assertThat(table.header())
        .containsExactly(
            "id", "title", "price", "additional_image_link", "mileage.value", "mileage.unit");
    assertThat(table.rows().getFirst().cells())
        .containsExactly("A1", "One", "1 USD", "https://a/1|https://a/2", "5", "KM");
  }

  @Test
  void meta_listings_give_photos_by_number_and_components_by_name() {
    Table table =
        read(
            """
            <?xml version="1.0"?><!-- made today --><listings><title>Shop</title>
            <listing><vehicle_id>7</vehicle_id><make>Kia</make><model>Rio</model>
            <image><url>https://a/1</url><tag>Front</tag></image><image><url>https://a/2</url></image>
            <address format="simple"><component name="city">Hamilton</component></address></listing>
            </listings>
            """);

    assertThat(table.header())
        .containsExactly(
            "vehicle_id",
            "make",
            "model",
            "image[0].url",
            "image[0].tag",
            "image[1].url",
            "address.city");
  }

  @Test
  void a_dealers_page_gives_the_vehicles_of_its_linked_data() {
    Table table =
        read(
            """
            <!DOCTYPE html><html><head><script type="application/ld+json">{broken</script>
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
             {"@type": "AutoDealer", "name": "Shop"},
             {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item":
              {"@type": "Car", "vehicleIdentificationNumber": "KM8JCDD19TU421293", "sku": "A1",
               "brand": {"@type": "Brand", "name": "Hyundai"}, "model": "Tucson",
               "vehicleModelDate": "2026", "color": "Gray",
               "mileageFromOdometer": {"value": 7560, "unitCode": "KMT"},
               "itemCondition": "https://schema.org/UsedCondition",
               "offers": {"price": 48900, "priceCurrency": "CAD",
                          "availability": "https://schema.org/InStock"}}}]}]}
            </script></head></html>
            """);

    Map<String, String> row = row(table, 0);
    assertThat(row)
        .containsEntry("vin", "KM8JCDD19TU421293")
        .containsEntry("stock number", "A1")
        .containsEntry("make", "Hyundai")
        .containsEntry("mileage", "7560")
        .containsEntry("mileage unit", "KM")
        .containsEntry("price", "48900 CAD")
        .containsEntry("condition", "Used")
        .containsEntry("status", "Available");
  }

  @Test
  void packed_files_are_unpacked_while_they_are_read() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("__MACOSX/._stock.csv", "rubbish");
    members.put("readme.md", "rubbish");
    members.put("../../stock.csv", CSV);
    byte[] zip = Workbooks.zip(members);

    assertThat(read(zip).header()).containsExactly("Stock", "Year", "Make", "Model");
    assertThat(read(Workbooks.gzip(zip)).rows()).hasSize(1);
    assertThat(read(Workbooks.gzip(CSV.getBytes(StandardCharsets.UTF_8))).rows()).hasSize(1);
  }

  @Test
  void wide_encodings_hide_no_format() {
    String json = "[{\"stock\": \"A1\", \"make\": \"Citroën\"}]";

    assertThat(
            read(("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE)).rows().getFirst().cells())
        .contains("Citroën");
    assertThat(read(("\uFEFF" + json).getBytes(StandardCharsets.UTF_8)).rows()).hasSize(1);
  }

  private static Map<String, String> row(Table table, int index) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<String> header = table.header();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), table.rows().get(index).cell(i));
    }
    return cells;
  }

  private static Table read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Table read(byte[] bytes) {
    return StockTables.read(Source.of(bytes));
  }
}
