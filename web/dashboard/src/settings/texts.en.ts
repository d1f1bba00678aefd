export default {
  "texts.hint": "LotView writes the text of each listing. These parts are added to it. Leave a part empty for none.",
  "texts.language": "Language of the texts",
  "texts.ofAccount": "The language of the Facebook account",
  "texts.opening": "Opening, before the text",
  "texts.closing": "Closing, before the call to action",
  "texts.disclaimer": "Disclaimer at the end (dealer fee, license number)",
  "texts.template": "Order of the parts",
  "texts.templateHint": "Must hold {text}. May hold {opening} {closing} {call} {disclaimer} {year} {make} {model} {trim} {mileage} {color} {dealership} {city} {state} {phone}. Empty: the usual order.",
};
