import { loadAmazonPay } from "/noren.js";

/** Loads Amazon's script with the settings that stand on an element of the page. */
export const loadFrom = ({ dataset }) =>
  loadAmazonPay({
    sellerId: dataset.sellerId,
    clientId: dataset.clientId,
    widgetsUrl: dataset.widgetsUrl,
    language: dataset.language,
  });
