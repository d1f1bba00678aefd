package com.lotview.inventory.imports.row;

import java.util.List;

/**
 * What a column can mean, with the header names seen in real files, the best first. Names are
 * compared in the form of {@link Layout#plain(String)}. The dealer's cost is never a price.
 */
enum StockField {
  STOCK_NUMBER(
      "stockNumber",
      "stocknumber stockno stocknum stock stockid vehiclestocknumber dealerstocknumber inventorynumber"
          + " stknumber stkno stk numerodestock numerodeinventario gwnr id"),
  PLATE("plate", "vehicleregistrationplate registrationplate licenseplate plate"),
  RECORD_ID("recordId", "vehicleid"),
  VIN(
      "vin",
      "vin vinnumber vinnum vinno vincode vehiclevin vehicleidentificationnumber chassisnumber"
          + " chassisno fin"),
  YEAR("year", "year modelyear vehicleyear yr caryear anomodelo anio ano"),
  MAKE("make", "make manufacturer vehiclemake makename carmake mk marke marca brand"),
  MODEL("model", "model vehiclemodel modelname carmodel basemodel mdl modell modelo"),
  TRIM(
      "trim",
      "trim trimlevel trimlvl trimname vehicletrim trimdescription series variant version submodel"),
  MILEAGE(
      "mileage",
      "mileage miles odometer odo millaje mileagevalue currentmileage odometerreading vehiclemileage"
          + " odometervalue kilometraje kilometers kilometres km kms kmstand currentmileagekm odometerkm"
          + " odometrokm mileagekm"),
  MILEAGE_UNIT(
      "mileageUnit",
      "mileageunit odometerunit milesorkm odometerunits mileageunits mileagetype odometertype"),
  EXTERIOR_COLOR(
      "exteriorColor",
      "exteriorcolor exteriorcolour extcolor extcolour extcol extclr colorexterior colorext exteriorcolorname"
          + " extcolorname exterior extcolorgeneric extcolordescription vehiclecolor color colour"
          + " paintcolor farbe cor"),
  INTERIOR_COLOR(
      "interiorColor",
      "interiorcolor interiorcolour intcolor intcolour intcol intclr colorint interiorcolorname"
          + " intcolorname interior intcolorgeneric trimcolor"),
  BODY_STYLE(
      "bodyStyle",
      "bodystyle bodytype body vehiclebody vehiclebodystyle bodyclass bodydescription style"
          + " marketclass carroceria producttype"),
  DRIVETRAIN(
      "drivetrain",
      "drivetrain drivetraindesc drivetraintype drivetype wheeldrive driveline"
          + " drivewheelconfiguration drivewheels drive"),
  TRANSMISSION(
      "transmission",
      "transmission trans tranmission transmissiondescription transmissiontype transtype"
          + " transdescription gearbox getriebe cambio transmision"),
  ENGINE(
      "engine",
      "engine enginedescription enginetype enginename enginedesc enginesize enginedisplacement"),
  CYLINDERS("engine", "cylinders enginecylinders cyl cylindercount"),
  FUEL_TYPE(
      "fuelType",
      "fueltype fuel fuelname fueldescription enginefueltype typeoffuel kraftstoff combustivel combustible"),
  PRICE(
      "price",
      "internetprice sellingprice saleprice askingprice specialprice webprice finalprice"
          + " currentprice pricecurrent ourprice dealerprice advertisedprice asking price vehicleprice precio"
          + " pricevalue priceamount listprice retailprice retail stickerprice msrp"
          + " pricingmsrp"),
  PRICE_CURRENCY("priceCurrency", "pricecurrency currency currencycode pricecurrencycode"),
  SALE_PERIOD(
      "price",
      "salepriceeffectivedate salepriceeffectivedates saleeffectivedate salepriceperiod"
          + " specialpriceeffectivedate"),
  SALE_START(
      "price",
      "salepricestartdate salepricestart salestartdate salestart salepricefrom salepricevalidfrom"
          + " specialpricestartdate specialpricefrom specialpricefromdate"),
  SALE_END(
      "price",
      "salepriceenddate salepriceend saleenddate saleend salepriceuntil salepricevaliduntil"
          + " salepriceexpires salepriceexpirationdate specialpriceenddate specialpriceto"
          + " specialpricetodate specialpriceuntil"),
  CONDITION(
      "condition",
      "stateofvehicle newused usednew neworused newusedflag vehiclecondition condition stocktype"
          + " inventorytype"),
  CONDITION_GRADE("conditionGrade", "conditiongrade grade"),
  CLEAN_TITLE("cleanTitle", "cleantitle"),
  CERTIFIED(
      "condition",
      "certified iscertified cert certifiedflag certifiedpreowned iscpo cpo cpoflag ismanufacturercertified"
          + " manufacturercertified"),
  TITLE(
      "cleanTitle",
      "titlestatus titletype titlebrand titlebrands brandedtitle branded isbranded vehicletitle salvage"
          + " issalvage salvagetitle rebuilt isrebuilt rebuilttitle lemon lemonlaw"),
  OWNERS(
      "owners",
      "owners numberofowners ownercount previousowners numowners oneowner isoneowner carfaxoneowner"
          + " carfax1owner 1owner oneownervehicle"),
  ACCIDENTS(
      "accidents",
      "accidents accident accidentcount numberofaccidents accidentfree noaccidents accidenthistory"
          + " accidentreported hasaccidents hasaccident framedamage structuraldamage damagereported"),
  WARRANTY("warranty", "warranty factorywarranty haswarranty"),
  TYPE("vehicleType", "vehicletype typeofvehicle vehicleclass vehiclecategory"),
  FEATURES(
      "features",
      "features options vehicleoption vehicleoptions optionlist vehiclefeatures equipment"
          + " keyequipment ausstattung opcionais"),
  NOTES(
      "notes",
      "description dealercomments comments notes freetext vehiclecomments sellernotes"
          + " vehicledescription webdescription comment headline observacao"),
  LOT_DATE(
      "lotDate",
      "dateinstock instockdate inventorydate datepurchased datefirstonlot lotdate stockeddate"
          + " stockdate dateinventoried receiveddate listdate"),
  AGE("lotDate", "age daysinstock daysonlot daysininventory"),
  STATUS(
      "status",
      "availability status vehiclestatus inventorystatus stockstatus salestatus salesstatus listingstatus statuscode"),
  SOLD_FLAG("status", "sold issold soldflag"),
  AVAILABLE_FLAG("status", "available isavailable instock isinstock forsale isforsale"),
  PHOTOS("photos", PhotoUrls.HEADERS),
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
