package com.lotview.inventory.imports;

import java.util.List;

/**
 * What a column can mean, with the header names seen in real files, the best first. Names are
 * compared in the form of {@link Layout#plain(String)}. What a dealer paid is never a price.
 */
enum StockField {
  STOCK_NUMBER("stockNumber", "stocknumber stockno stocknum stock stockid gwnr id"),
  PLATE("plate", "vehicleregistrationplate registrationplate licenseplate"),
  RECORD_ID("recordId", "vehicleid"),
  VIN("vin", "vin vinnumber vinnum vehiclevin chassisnumber fin"),
  YEAR("year", "year modelyear vehicleyear yr anomodelo"),
  MAKE("make", "make manufacturer vehiclemake marke marca brand"),
  MODEL("model", "model vehiclemodel modelname basemodel modell modelo"),
  TRIM("trim", "trim trimlevel series variant version"),
  MILEAGE(
      "mileage",
      "mileage miles odometer mileagevalue currentmileage km kms kmstand currentmileagekm"),
  MILEAGE_UNIT("mileageUnit", "mileageunit odometerunit"),
  EXTERIOR_COLOR(
      "exteriorColor",
      "exteriorcolor exteriorcolour extcolor extcol colorext exterior color colour paintcolor farbe cor"),
  INTERIOR_COLOR(
      "interiorColor", "interiorcolor interiorcolour intcolor colorint interior trimcolor"),
  BODY_STYLE("bodyStyle", "bodystyle bodytype body style marketclass producttype"),
  DRIVETRAIN(
      "drivetrain",
      "drivetrain drivetraindesc drivetype wheeldrive driveline drivewheelconfiguration drive"),
  TRANSMISSION(
      "transmission",
      "transmission trans tranmission transmissiondescription gearbox getriebe cambio"),
  ENGINE("engine", "engine enginedescription enginetype enginesize enginedisplacement"),
  CYLINDERS("engine", "cylinders enginecylinders"),
  FUEL_TYPE("fuelType", "fueltype fuel typeoffuel kraftstoff combustivel"),
  PRICE(
      "price",
      "internetprice sellingprice saleprice askingprice specialprice pricecurrent ourprice price listprice retail msrp"),
  CONDITION("condition", "stateofvehicle newused usednew condition stocktype inventorytype"),
  CONDITION_GRADE("conditionGrade", "conditiongrade grade"),
  CLEAN_TITLE("cleanTitle", "cleantitle"),
  CERTIFIED("condition", "certified"),
  FEATURES(
      "features", "features options vehicleoption equipment keyequipment ausstattung opcionais"),
  NOTES("notes", "description dealercomments comments notes freetext comment1 headline observacao"),
  LOT_DATE(
      "lotDate",
      "dateinstock inventorydate datepurchased datefirstonlot lotdate stockeddate listdate"),
  AGE("lotDate", "age daysinstock daysonlot"),
  STATUS("status", "availability category status"),
  DEALER("dealer", "dealerid storecode dealer");

  private final String apiName;
  private final String headers;

  StockField(String apiName, String headers) {
    this.apiName = apiName;
    this.headers = headers;
  }

  /** Field of the API that the column fills, where it fills one. */
  String apiName() {
    return apiName;
  }

  List<String> headers() {
    return List.of(headers.split(" ", -1));
  }
}
