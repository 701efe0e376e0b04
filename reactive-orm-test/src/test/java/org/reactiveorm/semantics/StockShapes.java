package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Count;
import org.reactiveorm.annotation.From;
import org.reactiveorm.annotation.OrderBy;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Sql;
import org.reactiveorm.annotation.Take;
import org.reactiveorm.annotation.Where;

/** Shapes of the {@link Stock}. */
final class StockShapes {

    private StockShapes() {}

    @Shape(of = Product.class)
    record ProductName(String name) {}

    /** The same relation under two filters, counted as well, and the row that may be missing. */
    @Shape(of = Shop.class)
    record ShopPage(
            String code,
            @OrderBy("price desc") List<ProductName> products,

            @From("products") @Where("stock > 0 and not fragile")
            List<ProductName> sturdy,

            @Count("products") long productCount,
            @Count("products") @Where("fragile") int fragileCount,
            @Nullable LicenceNumber licence) {

        /** That of the shop with products and a licence. */
        static final ShopPage NORTH = new ShopPage(
                "N",
                List.of(new ProductName("chain\\saw"), new ProductName("claw")),
                List.of(new ProductName("claw")),
                2,
                1,
                new LicenceNumber("l-n"));
    }

    @Shape(of = Licence.class)
    record LicenceNumber(String number) {}

    /** Properties of other rows. */
    @Shape(of = Product.class)
    record ProductLine(
            String name,
            String categoryName,
            @From("category.parent.name") @Nullable String parentCategory,
            @Nullable String shopMotto,
            @Nullable Address shopAddress,
            @From("price") BigDecimal cost) {}

    /** Every kind of value of another row. */
    @Shape(of = Line.class)
    record LineProduct(
            Status productStatus,
            @Nullable Grade productGrade,
            @Nullable Details productDetails,
            @Nullable List<Integer> productSizes,
            @Nullable Boolean productFragile,
            @Nullable Double productWeight,
            @From("product.shop.address.street") @Nullable String street) {}

    @Shape(of = Category.class)
    record CategoryTree(String name, @OrderBy("name") List<ChildCategory> children) {}

    @Shape(of = Category.class)
    record ChildCategory(String name, @OrderBy("id") List<SoldProduct> products) {}

    @Shape(of = Product.class)
    record SoldProduct(
            String name,

            @OrderBy("quantity desc, id.purchaseId") @Take(1)
            List<LineInfo> lines,

            @Count("lines") long lineCount) {}

    @Shape(of = Line.class)
    record LineInfo(
            int quantity, @From("purchase.buyer") @Nullable String buyer) {}

    @Shape(of = Product.class)
    record MarkedProduct(
            String name,
            @OrderBy("count(products) desc, name") List<MarkName> marks,
            @Count("marks") long markCount) {}

    @Shape(of = Mark.class)
    record MarkName(String name, @Count("products") int uses) {}

    /** Keys of two columns on both sides; whole entities. */
    @Shape(of = Line.class)
    record LineDeliveries(LineId id, @OrderBy("id") List<Delivery> deliveries, Product product) {}

    @Shape(of = Delivery.class)
    record DeliveryCard(
            long id,
            @Nullable LineInfo line,
            @From("line") @Where("quantity > 1") @Nullable LineInfo large,
            @Nullable String linePurchaseBuyer) {}

    /** A key of three columns, and nothing else of its own. */
    @Shape(of = Place.class)
    record PlaceBoxes(@OrderBy("id") List<BoxContent> boxes) {}

    @Shape(of = Box.class)
    record BoxContent(String content) {}

    /** Of a class. */
    @Shape(of = Supplier.class)
    record SupplierCard(
            String name,
            @Nullable Integer rating,
            @OrderBy("id desc") @Take(2) List<ShipmentCard> shipments) {}

    @Shape(of = Shipment.class)
    record ShipmentCard(String content, Supplier supplier) {}

    /** Parameters of its own and of the shape in it. */
    @Shape(of = Category.class)
    record Offers(
            String name,

            @Where("price between :least and 99.99 or status in ('RETIRED', :status)") @OrderBy("id")
            List<Offer> products) {}

    @Shape(of = Product.class)
    record Offer(
            String name,
            @Where("quantity >= :quantity") List<LineInfo> lines,
            @Sql("{name} || {:suffix}") String label) {}

    @Shape(of = Product.class)
    record Computed(
            long id,

            @Sql(
                    "upper({name}) || ' of ' || {category.name} || case when {details}::jsonb ? 'colour' then '?' else '{{}}' end")
            @Nullable
            String title,

            @Sql("{stock} * 2") @Nullable Integer doubled,
            @Sql("coalesce({labels}, '{{none}}')") List<String> labels) {}

    /** Every kind of condition. */
    @Shape(of = Category.class)
    record Tally(
            @Count("products") @Where("grade in ('GOOD', 'very good') and status <> 'RETIRED'")
            int grades,

            @Count("products") @Where("since >= '2020-02-29' or weight < 0.75")
            int moments,

            @Count("products") @Where("shop is null or not fragile")
            int missing,

            @Count("products") @Where("category.parent is null or shop.address.city = 'Ulm'")
            int paths,

            @Count("products") @Where("name not like '%a%' or note ilike 'O''N%'")
            int texts,

            @Count("products") @Where("stock not in (0, 7) and labels is not null or sold between 0 and 3")
            int numbers,

            @Count("products") @Where("sold = id or rank is null and price > 9.99")
            int columns,

            @Count("products") @Where("not (stock > 1 and (fragile or rank = 1)) and details is null")
            int negations) {}
}
